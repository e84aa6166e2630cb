import { add, compare, divide, type Exact, exact, multiply } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';

const small: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);

const zeros = new Set(['nought', 'naught', 'oh']);

const tens: ReadonlyMap<string, number> = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, index) => [word, 20 + 10 * index]),
);

const large: ReadonlyMap<string, bigint> = new Map([
  ['thousand', 10n ** 3n],
  ['lakh', 10n ** 5n],
  ['million', 10n ** 6n],
  ['crore', 10n ** 7n],
  ['billion', 10n ** 9n],
  ['trillion', 10n ** 12n],
  ['quadrillion', 10n ** 15n],
]);

/** The bottoms of fractions in words: two thirds, three-quarters. */
const denominators: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

function denominatorOf(word: string): number | null {
  return denominators.get(word) ?? denominators.get(word.endsWith('s') ? word.slice(0, -1) : word) ?? null;
}

/** Words that can begin a number, so that everything else is passed over at once. */
export const numberBeginnings: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...tens.keys(),
  ...zeros,
  'a',
  'an',
  'half',
  'couple',
  'dozen',
]);

export function beginsNumberWords(word: string): boolean {
  return numberBeginnings.has(word);
}

/** A number in words: its value, the token behind it, and whether it is a share of one whole (two-thirds). */
export interface SpelledNumber {
  readonly value: Exact;
  readonly next: number;
  readonly isFraction: boolean;
}

/** Reads `two and a half billion`, `a dozen`, `half a million`, `a couple of hundred thousand`, `nineteen hundred`, `two-thirds`. */
export function readNumberWords(tokens: Tokens, first: number): SpelledNumber | null {
  const word = tokens.lower(first);
  if (word === 'half' || word === 'a' || word === 'an' || word === 'couple' || word === 'dozen') return readWithArticle(tokens, first);
  const cardinal = readCardinal(tokens, first, null);
  const spoken = readSpokenDecimal(tokens, first, cardinal);
  if (spoken !== null || cardinal === null) return spoken;
  return readFraction(tokens, cardinal) ?? readAndFraction(tokens, cardinal) ?? cardinal;
}

/** `one point three`, `nought point eleven`: digits or a small number behind the point. */
function readSpokenDecimal(tokens: Tokens, first: number, whole: SpelledNumber | null): SpelledNumber | null {
  const point = whole?.next ?? first + 1;
  if (tokens.lower(point) !== 'point' || (whole === null && !zeros.has(tokens.lower(first)))) return null;
  let digits = '';
  let next = point + 1;
  for (; next < point + 1 + MAX_SPOKEN_DIGITS; next += 1) {
    const word = tokens.lower(next);
    const digit = zeros.has(word) ? 0 : (small.get(word) ?? tens.get(word));
    if (digit === undefined || (digit > 9 && digits.replace(/0+/, '') !== '')) break;
    digits += digit.toString();
  }
  if (digits === '') return null;
  const value = add(whole?.value ?? exact(0), exact(BigInt(digits), -digits.length));
  const scale = large.get(tokens.lower(next));
  return scale === undefined
    ? { value, next, isFraction: false }
    : { value: multiply(value, exact(scale)), next: next + 1, isFraction: false };
}

const MAX_SPOKEN_DIGITS = 8;

function readWithArticle(tokens: Tokens, first: number): SpelledNumber | null {
  const word = tokens.lower(first);
  if (word === 'half') return readHalf(tokens, first);
  const at = word === 'a' || word === 'an' ? first + 1 : first;
  const head = tokens.lower(at);
  if (head === 'couple') {
    const next = tokens.lower(at + 1) === 'of' ? at + 2 : at + 1;
    const scaled = isScaleWord(tokens.lower(next)) ? readCardinal(tokens, next, 2n) : null;
    return scaled ?? { value: exact(2), next, isFraction: false };
  }
  if (head === 'dozen') return { value: exact(12), next: at + 1, isFraction: false };
  if (at === first) return null;
  if (head === 'half') return readPartOfScale(tokens, at + 1, exact(5, -1), at + 1);
  if (isScaleWord(head)) return readCardinal(tokens, at, 1n);
  const bottom = denominatorOf(head);
  if (bottom === null || tokens.lower(at + 1) !== 'of') return null;
  const part = divide(exact(1), exact(bottom));
  return readPartOfScale(tokens, at + 1, part, at + 2) ?? { value: part, next: at + 1, isFraction: true };
}

/** `half a million`, `half of sales`, `almost half`: alone it is a share only where a hedge or `of` marks it as one. */
function readHalf(tokens: Tokens, first: number): SpelledNumber | null {
  const hasOf = tokens.lower(first + 1) === 'of';
  const scaled = readPartOfScale(tokens, first + 1, exact(5, -1), hasOf ? first + 2 : first + 1);
  if (scaled !== null) return scaled;
  const isPartOfPeriod = halfOrdinals.has(tokens.lower(first - 1));
  const isShare = (hasOf && !isPartOfPeriod) || halfHedges.has(tokens.lower(first - 1));
  return isShare ? { value: exact(5, -1), next: first + 1, isFraction: true } : null;
}

/** `the second half of 2017` is a time. */
const halfOrdinals = new Set(['first', 'second', 'latter', 'other', 'better', 'back', 'front', 'bottom', 'top', 'opening', 'closing']);

const halfHedges = new Set(['about', 'almost', 'nearly', 'roughly', 'around', 'approximately', 'than', 'over', 'under']);

/** `half a million`, `a quarter of a billion`, `half-billion`: a part of the scale that follows. */
function readPartOfScale(tokens: Tokens, afterPart: number, part: Exact, articleAt: number): SpelledNumber | null {
  const at = tokens.lower(articleAt) === 'a' || tokens.lower(articleAt) === 'an' ? articleAt + 1 : skipHyphen(tokens, afterPart);
  const word = tokens.lower(at);
  if (word === 'dozen') return { value: multiply(part, exact(12)), next: at + 1, isFraction: false };
  const scale = word === 'hundred' ? 100n : large.get(word);
  if (scale === undefined) return null;
  return { value: multiply(part, exact(scale)), next: at + 1, isFraction: false };
}

/** `two-thirds`, `three quarters`, `three-quarters of a million`. */
function readFraction(tokens: Tokens, top: SpelledNumber): SpelledNumber | null {
  const at = skipHyphen(tokens, top.next);
  const bottom = denominatorOf(tokens.lower(at));
  if (bottom === null || tokens.lower(at) === 'half' || top.value.units <= 0n || top.value.units > 99n) return null;
  const isPlural = tokens.lower(at).endsWith('s');
  if (isPlural !== top.value.units > 1n) return null;
  const direct = isPlural ? large.get(tokens.lower(at + 1)) : undefined;
  if (direct !== undefined) return { value: divide(multiply(top.value, exact(direct)), exact(bottom)), next: at + 2, isFraction: false };
  const isDividing = isPlural || tokens.lower(at + 1) === 'of' || at > top.next;
  if (!isDividing || (bottom === 4 && tokens.lower(at + 1) !== 'of' && at === top.next)) return null;
  const value = divide(top.value, exact(bottom));
  const scaled = tokens.lower(at + 1) === 'of' ? readPartOfScale(tokens, at + 1, value, at + 2) : null;
  return scaled ?? { value, next: at + 1, isFraction: true };
}

/** `two and a half`, `three and three quarters`, and the scale behind it. */
function readAndFraction(tokens: Tokens, whole: SpelledNumber): SpelledNumber | null {
  const part = readAndPart(tokens, whole.next);
  if (part === null) return null;
  const value = add(whole.value, part.value);
  const scale = compare(whole.value, exact(1000)) < 0 ? large.get(tokens.lower(part.next)) : undefined;
  return scale === undefined
    ? { value, next: part.next, isFraction: false }
    : { value: multiply(value, exact(scale)), next: part.next + 1, isFraction: false };
}

/** `and a half`, `-and-a-half`, `and three quarters`. */
export function readAndPart(tokens: Tokens, at: number): { value: Exact; next: number } | null {
  const and = skipHyphen(tokens, at);
  if (tokens.lower(and) !== 'and') return null;
  const top = skipHyphen(tokens, and + 1);
  const topValue = tokens.lower(top) === 'a' || tokens.lower(top) === 'one' ? 1 : (small.get(tokens.lower(top)) ?? null);
  const bottom = skipHyphen(tokens, top + 1);
  const bottomValue = denominatorOf(tokens.lower(bottom));
  if (topValue === null || bottomValue === null || topValue >= bottomValue) return null;
  return { value: divide(exact(topValue), exact(bottomValue)), next: bottom + 1 };
}

/** Whole numbers: `two hundred and fifty thousand`. `lead` is a number read before (a, a couple of). Scales fall from left to right. */
function readCardinal(tokens: Tokens, first: number, lead: bigint | null): SpelledNumber | null {
  let total = 0n;
  let next = first;
  let lastScale: bigint | null = null;
  for (let at: number | null = first; at !== null; at = skipJoint(tokens, next, null)) {
    const group = readGroup(tokens, at, next === first ? lead : null);
    if (group === null) break;
    const scaled = readLargeScales(tokens, group.next);
    if (lastScale !== null && scaled.scale >= lastScale) break;
    total += group.value * scaled.scale;
    next = scaled.next;
    lastScale = scaled.scale;
    if (scaled.scale === 1n) break;
  }
  return next === first ? null : { value: exact(total), next, isFraction: false };
}

/** Below a thousand: `two hundred and fifty`, `twenty-five`, `nineteen hundred`. With a `lead` the scale may follow at once. */
function readGroup(tokens: Tokens, first: number, lead: bigint | null): { value: bigint; next: number } | null {
  let value = lead;
  let next = first;
  for (let at: number | null = first; at !== null; at = skipJoint(tokens, next, value)) {
    const step = stepOf(tokens.lower(at), value);
    if (step === null) break;
    value = step;
    next = at + 1;
  }
  return value === null || (next === first && lead === null) ? null : { value, next };
}

/** `thousand`, `hundred thousand` behind a number, `million million`: at most two are multiplied. */
function readLargeScales(tokens: Tokens, at: number): { scale: bigint; next: number } {
  const first = large.get(tokens.lower(skipHyphen(tokens, at)));
  if (first === undefined) return { scale: 1n, next: at };
  const next = skipHyphen(tokens, at) + 1;
  const second = large.get(tokens.lower(next));
  return second === undefined ? { scale: first, next } : { scale: first * second, next: next + 1 };
}

/** The number so far with this word added, or null when the word doesn't continue it. */
function stepOf(word: string, current: bigint | null): bigint | null {
  const unit = small.get(word);
  if (unit !== undefined) {
    if (current === null || (current > 0n && current % 100n === 0n)) return (current ?? 0n) + BigInt(unit);
    return current >= 20n && current % 10n === 0n && unit > 0 && unit < 10 ? current + BigInt(unit) : null;
  }
  const ten = tens.get(word);
  if (ten !== undefined) return current === null || (current > 0n && current % 100n === 0n) ? (current ?? 0n) + BigInt(ten) : null;
  if (word === 'hundred') return current !== null && current > 0n && current < 100n ? current * 100n : null;
  if (word === 'dozen') return current !== null && current > 0n && current < 100n ? current * 12n : null;
  return null;
}

/** Where the number may go on: behind a hyphen, an `and` after hundreds (or, between groups, a scale), or simply the next word. */
function skipJoint(tokens: Tokens, at: number, current: bigint | null): number | null {
  const isRound = current === null || (current % 100n === 0n && current > 0n);
  if (tokens.lower(at) === 'and' && isRound && isUnitOrTen(tokens.lower(at + 1)) && denominatorOf(tokens.lower(at + 2)) === null)
    return at + 1;
  const isTen = current !== null && current >= 20n && current < 100n && current % 10n === 0n;
  const isSpacedHyphen = isTen && isHyphen(tokens.at(at).text) && (small.get(tokens.lower(at + 1)) ?? 10) < 10;
  const joined = isSpacedHyphen ? at + 1 : skipHyphen(tokens, at);
  return tokens.isWord(joined) ? joined : null;
}

function isUnitOrTen(word: string): boolean {
  return small.has(word) || tens.has(word);
}

function isScaleWord(word: string): boolean {
  return word === 'hundred' || word === 'dozen' || large.has(word);
}

/** The next token's index, behind a hyphen that touches both sides. */
export function skipHyphen(tokens: Tokens, at: number): number {
  return isHyphen(tokens.at(at).text) && tokens.isAttached(at) && tokens.isAttached(at + 1) ? at + 1 : at;
}

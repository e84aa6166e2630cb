import { isInChange } from '../amounts/changes.ts';
import { add, compare, divide, type Exact, exact, multiply } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { large, small, tens } from './cardinals.ts';
import { readDenominator, standsAlone } from './denominators.ts';
import { readCardinal, type SpelledNumber } from './readCardinal.ts';

const zeros = new Set(['nought', 'naught', 'oh']);

/** Words that can begin a number, so that everything else is passed over at once. */
export const numberBeginnings: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...tens.keys(),
  ...zeros,
  'a',
  'an',
  'half',
  'quarter',
  'couple',
  'dozen',
]);

export function beginsNumberWords(word: string): boolean {
  return numberBeginnings.has(word);
}

/** Reads `two and a half billion`, `a dozen`, `half a million`, `a couple of hundred thousand`, `nineteen hundred`, `two-thirds`. */
export function readNumberWords(tokens: Tokens, first: number): SpelledNumber | null {
  const word = tokens.lower(first);
  if (articles.has(word)) return readWithArticle(tokens, first);
  const cardinal = readCardinal(tokens, first, null);
  const spoken = readSpokenDecimal(tokens, first, cardinal);
  if (spoken !== null) return spoken;
  if (cardinal === null)
    return zeros.has(word) && standsAlone(tokens, first, first + 1) ? { value: exact(0), next: first + 1, isFraction: false } : null;
  return readFraction(tokens, first, cardinal) ?? readAndFraction(tokens, cardinal) ?? cardinal;
}

const articles = new Set(['half', 'quarter', 'a', 'an', 'couple', 'dozen']);

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
  if (word === 'quarter') return readQuarter(tokens, first);
  const at = word === 'a' || word === 'an' ? first + 1 : first;
  const head = tokens.lower(at);
  if (head === 'couple') {
    const next = tokens.lower(at + 1) === 'of' ? at + 2 : at + 1;
    const scaled = isScaleWord(tokens.lower(next)) ? readCardinal(tokens, next, 2n) : null;
    return scaled ?? { value: exact(2), next, isFraction: false };
  }
  if (head === 'dozen') return { value: exact(12), next: at + 1, isFraction: false };
  if (at === first) return null;
  if (head === 'half') return readPartOfScale(tokens, at + 1, exact(5, -1), at + 1) ?? readArticleHalf(tokens, first, at + 1);
  const scaled = isScaleWord(head) ? readCardinal(tokens, at, 1n) : null;
  if (scaled !== null) return readFraction(tokens, first, scaled) ?? scaled;
  return readArticleFraction(tokens, first, at);
}

/** `a half`, `a half of it`. */
function readArticleHalf(tokens: Tokens, first: number, next: number): SpelledNumber | null {
  const isShare = tokens.lower(next) === 'of' || standsAlone(tokens, first, next);
  return isShare ? { value: exact(5, -1), next, isFraction: true } : null;
}

/** `a third of sales`, `rose by a fifth`, `a quarter million`: elsewhere `a fifth` tells an order (a fifth man was held). */
function readArticleFraction(tokens: Tokens, first: number, at: number): SpelledNumber | null {
  const bottom = readDenominator(tokens, at);
  if (bottom === null || bottom.isPlural || tokens.lower(at) === 'second') return null;
  const part = divide(exact(1), bottom.value);
  const hasOf = tokens.lower(bottom.next) === 'of';
  const scaled = readPartOfScale(tokens, bottom.next, part, hasOf ? bottom.next + 1 : bottom.next);
  if (scaled !== null) return scaled;
  const isShare = (shareWords.has(tokens.lower(first - 1)) && !tokens.isWord(bottom.next)) || shareFollowers.has(tokens.lower(bottom.next));
  const isQuarter = tokens.lower(at) === 'quarter';
  if (isQuarter && tokens.lower(bottom.next) === 'stake') return { value: part, next: bottom.next, isFraction: true };
  if (isMeasureOfChange(tokens, first) && !partsOfPoints.has(tokens.lower(bottom.next)))
    return { value: part, next: bottom.next, isFraction: true };
  return hasOf || (isShare && !isQuarter) || (standsAlone(tokens, first, bottom.next) && !isQuarter)
    ? { value: part, next: bottom.next, isFraction: true }
    : null;
}

/** `rose by a fifth to $2bn`, `cut its staff by almost a quarter last year`. */
function isMeasureOfChange(tokens: Tokens, first: number): boolean {
  const isThan = tokens.lower(first - 1) === 'than';
  const hedge = isThan ? 2 : halfHedges.has(tokens.lower(first - 1)) ? 1 : 0;
  return tokens.lower(first - 1 - hedge) === 'by' && isInChange(tokens, first, 0);
}

/** `by a quarter point`, `by a tenth of one percent`: parts of something else. */
const partsOfPoints = new Set(['point', 'percentage', 'percent', 'per', '-', 'of']);

/** Before `a third` at the end of a phrase, and behind it, these make it a share. */
const shareWords = new Set('by nearly almost about roughly around than over under up down fell rose dropped to'.split(' '));
const shareFollowers = new Set(['more', 'less', 'fewer', 'higher', 'lower', 'larger', 'smaller', 'cheaper']);

/** `quarter million`, `quarter of a million`. */
function readQuarter(tokens: Tokens, first: number): SpelledNumber | null {
  if (halfOrdinals.has(tokens.lower(first - 1))) return null;
  const hasOf = tokens.lower(first + 1) === 'of';
  return readPartOfScale(tokens, first + 1, exact(25, -2), hasOf ? first + 2 : first + 1);
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
const halfOrdinals = new Set([
  'first',
  'second',
  'latter',
  'other',
  'better',
  'back',
  'front',
  'bottom',
  'top',
  'opening',
  'closing',
  'third',
  'fourth',
  'this',
  'last',
  'next',
  'previous',
  'final',
  'fiscal',
]);

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

/** `two-thirds`, `three quarters`, `three-quarters of a million`, `one twenty-fifth`. Two quarters are half a year: nobody means a half. */
function readFraction(tokens: Tokens, first: number, top: SpelledNumber): SpelledNumber | null {
  const spaced = isHyphen(tokens.at(top.next).text) && tokens.at(top.next).gap && tokens.at(top.next + 1).gap ? top.next + 1 : top.next;
  const at = skipHyphen(tokens, spaced);
  const bottom = readDenominator(tokens, at);
  if (bottom === null || tokens.lower(at) === 'second' || top.value.coefficient <= 0) return null;
  if (bottom.isPlural !== top.value.coefficient > 1 && !isCompound(tokens, at)) return null;
  const direct = bottom.isPlural ? large.get(tokens.lower(bottom.next)) : undefined;
  if (direct !== undefined)
    return { value: divide(multiply(top.value, exact(direct)), bottom.value), next: bottom.next + 1, isFraction: false };
  const isQuarter = bottom.value.coefficient === 4;
  if (isQuarter && Number(top.value.coefficient) % 2 === 0) return null;
  const hasOf = tokens.lower(bottom.next) === 'of';
  const isAlone = standsAlone(tokens, first, bottom.next);
  const endsPhrase = !isQuarter && !tokens.isWord(bottom.next) && !tokens.isNumber(bottom.next);
  const isDividing = bottom.isPlural || hasOf || at > top.next || isAlone || endsPhrase || comparing.has(tokens.lower(bottom.next));
  if (!isDividing || (isQuarter && !hasOf && at === top.next && !isAlone) || (spaced > top.next && !isAlone)) return null;
  const value = divide(top.value, bottom.value);
  const scaled = hasOf ? readPartOfScale(tokens, bottom.next, value, bottom.next + 1) : null;
  return scaled ?? { value, next: bottom.next, isFraction: true };
}

/** `one tenth the size`, `one fifth as many`. */
const comparing = new Set(['the', 'as', 'its', 'their']);

/** `forty-fifth`: with a ten in it, a bottom needs no plural behind a top of more than one. */
function isCompound(tokens: Tokens, at: number): boolean {
  return tens.has(tokens.lower(at));
}

/** `two and a half`, `three and three quarters`, and the scale behind it. */
function readAndFraction(tokens: Tokens, whole: SpelledNumber): SpelledNumber | null {
  const part = readAndPart(tokens, whole.next);
  if (part === null) return null;
  const scale = large.get(tokens.lower(part.next));
  if (scale === undefined) return { value: add(whole.value, part.value), next: part.next, isFraction: false };
  const isOwnScale = compare(whole.value, exact(1000)) >= 0;
  const value = isOwnScale ? add(whole.value, multiply(part.value, exact(scale))) : multiply(add(whole.value, part.value), exact(scale));
  return { value, next: part.next + 1, isFraction: false };
}

/** `and a half`, `-and-a-half`, `and three quarters`. */
export function readAndPart(tokens: Tokens, at: number): { value: Exact; next: number } | null {
  const and = skipHyphen(tokens, at);
  if (tokens.lower(and) !== 'and') return null;
  const top = skipHyphen(tokens, and + 1);
  const topValue = tokens.lower(top) === 'a' || tokens.lower(top) === 'one' ? 1 : (small.get(tokens.lower(top)) ?? null);
  const bottom = readDenominator(tokens, skipHyphen(tokens, top + 1));
  if (topValue === null || bottom === null || compare(exact(topValue), bottom.value) >= 0) return null;
  return { value: divide(exact(topValue), bottom.value), next: bottom.next };
}

function isScaleWord(word: string): boolean {
  return word === 'hundred' || word === 'dozen' || large.has(word);
}

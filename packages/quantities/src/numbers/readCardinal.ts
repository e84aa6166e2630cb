import { type Exact, exact } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { large, small, tens } from './cardinals.ts';
import { denominatorOf } from './denominators.ts';

/** A number in words: its value, the token behind it, and whether it is a share of one whole (two-thirds). */
export interface SpelledNumber {
  readonly value: Exact;
  readonly next: number;
  readonly isFraction: boolean;
}

/** Whole numbers: `two hundred and fifty thousand`. `lead` is a number read before (a, a couple of). Scales fall from left to right. */
export function readCardinal(tokens: Tokens, first: number, lead: bigint | null): SpelledNumber | null {
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
  if (word === 'dozen' || word === 'dozens') return current !== null && current > 0n && current < 1000n ? inDozens(current) : null;
  return null;
}

/** `two hundred dozen` is 200 dozen, `three hundred and two dozen` 300 and 24. */
function inDozens(current: bigint): bigint {
  const rest = current % 100n;
  return rest === 0n ? current * 12n : current - rest + rest * 12n;
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

import { absolute, divide, type Exact, exact, multiply } from '../exact.ts';
import { canBeginNumber } from '../numbers/readNumber.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Unit } from '../units/unit.ts';
import type { Amount } from './amount.ts';
import { readAmount } from './readAmount.ts';

/** How far to either side the text lets an amount be, in the amount's written unit, and the token behind that statement. */
export interface Tolerance {
  readonly width: Exact;
  readonly next: number;
}

/** `$65bn, plus or minus 2%`, `10 mm ± 0.1 mm`, `500 jobs, give or take 20`: the width that stands behind an amount, or null. */
export function readTolerance(tokens: Tokens, amount: Amount): Tolerance | null {
  const end = amount.noun?.next ?? amount.next;
  const at = skipSign(tokens, tokens.at(end).text === ',' ? end + 1 : end);
  if (at === null) return null;
  const numberAt = canBeginNumber(tokens, at) ? at : at + 1;
  const width = canBeginNumber(tokens, numberAt) ? readAmount(tokens, numberAt, at) : null;
  if (width === null || width.first !== at || width.isDoubtful) return null;
  const isShare = width.unit?.kind === 'percent' && amount.unit?.kind !== 'percent';
  if (isShare) return { width: multiply(absolute(amount.number.value), multiply(width.number.value, exact(1, -2))), next: width.next };
  const next = width.noun?.next ?? width.next;
  if (width.unit === null) return { width: width.number.value, next };
  return amount.unit?.base === width.unit.base ? { width: inUnit(width.number.value, width.unit, amount.unit), next } : null;
}

/** `10 kg ± 5 g`: the five grams in kilograms. A difference has no zero point, so offsets of scales don't count. */
function inUnit(value: Exact, from: Unit, to: Unit): Exact {
  if (from.written === to.written) return value;
  return divide(multiply(multiply(value, from.numerator), to.denominator), multiply(from.denominator, to.numerator));
}

/** The token behind `±`, `+/-`, `plus or minus` or `give or take`. */
function skipSign(tokens: Tokens, at: number): number | null {
  if (tokens.at(at).text === '±') return at + 1;
  if (!signStarts.has(tokens.lower(at))) return null;
  const words = `${tokens.lower(at)} ${tokens.lower(at + 1)} ${tokens.lower(at + 2)}`;
  return signs.has(words) ? at + 3 : null;
}

const signs = new Set(['+ / -', '+ / −', 'plus or minus', 'give or take']);
const signStarts = new Set(['+', 'plus', 'give']);

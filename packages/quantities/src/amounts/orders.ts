import { type Exact, exact, multiply, powerOfTen } from '../exact.ts';
import { scaleWords } from '../numbers/scales.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Unit } from '../units/unit.ts';

/** An order of magnitude without a number: `tens of millions`, `several hundred`, `the $20s`, `nine figures`. Its high end is excluded. */
export interface Order {
  readonly first: number;
  readonly next: number;
  readonly low: Exact;
  readonly high: Exact;
  /** Where its own words tell it, or leave it open (null); undefined where what stands behind it tells. */
  readonly unit?: Unit | null;
  /** How much is meant can't be told. */
  readonly isOpen?: boolean;
}

/** Plurals and the power of ten that they start at. */
export const pluralScales: ReadonlyMap<string, number> = new Map([
  ['tens', 1],
  ['hundreds', 2],
  ['thousands', 3],
  ['millions', 6],
  ['billions', 9],
  ['trillions', 12],
]);

/** Fewer than these are not said of `dozens`; more than a hundred would be `hundreds`. */
const DOZENS: readonly [Exact, Exact] = [exact(24), exact(100)];
/** `several`, `few` and `a few` before a scale: two of it up to ten. */
const FEW_FROM = 2;

export const orderWords: readonly string[] = [...pluralScales.keys(), 'dozens', 'several', 'few', 'a'];

export function readOrder(tokens: Tokens, at: number): Order | null {
  const word = tokens.lower(at);
  if (word === 'several' || word === 'few') return readFew(tokens, at, at + 1);
  if (word === 'a' && tokens.lower(at + 1) === 'few') return readFew(tokens, at, at + 2);
  const plural = pluralScales.get(word);
  if (plural === undefined && word !== 'dozens') return null;
  const scale = tokens.lower(at + 1) === 'of' ? pluralScales.get(tokens.lower(at + 2)) : undefined;
  const next = scale === undefined ? at + 1 : at + 3;
  const shift = powerOfTen(scale ?? 0);
  if (plural === undefined) return { first: at, next, low: multiply(DOZENS[0], shift), high: multiply(DOZENS[1], shift) };
  if (plural === 1 && scale === undefined) return null;
  const power = plural + (scale ?? 0);
  return { first: at, next, low: powerOfTen(power), high: powerOfTen(power + 1) };
}

/** `several hundred`, `a few hundred million`, `several hundreds of millions`. */
function readFew(tokens: Tokens, first: number, at: number): Order | null {
  const scale = scaleWords.get(tokens.lower(at));
  const isPlural = tokens.lower(at).endsWith('s');
  if (scale === undefined) return null;
  const second = tokens.lower(at + 1) === 'of' ? at + 2 : at + 1;
  const added = second > at + 1 ? pluralScales.get(tokens.lower(second)) : scaleWords.get(tokens.lower(second));
  if (added === undefined) return isPlural ? null : few(first, at + 1, scale);
  return few(first, second + 1, scale + added);
}

function few(first: number, next: number, scale: number): Order {
  return { first, next, low: exact(FEW_FROM, scale), high: powerOfTen(scale + 1) };
}

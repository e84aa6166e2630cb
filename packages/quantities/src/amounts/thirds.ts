import { add, divide, type Exact, exact, multiply, subtract } from '../exact.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** A part of an interval, in thirds of it: from 2 to 3 is the upper third. */
export interface Thirds {
  readonly from: number;
  readonly to: number;
}

const places: ReadonlyMap<string, number> = new Map([
  ['low', 0],
  ['lower', 0],
  ['mid', 1],
  ['middle', 1],
  ['high', 2],
  ['upper', 2],
]);

/** `low`, `mid-`, `high`, `low-to-mid` right before the token `at`; null when nothing of the kind is said. */
export function readThirdsBefore(tokens: Tokens, at: number): Thirds | null {
  const last = skipHyphenBack(tokens, at - 1);
  const to = places.get(tokens.lower(last));
  if (to === undefined) return null;
  const joiner = skipHyphenBack(tokens, last - 1);
  const from = tokens.lower(joiner) === 'to' ? places.get(tokens.lower(skipHyphenBack(tokens, joiner - 1))) : undefined;
  return { from: from !== undefined && from < to ? from : to, to: to + 1 };
}

function skipHyphenBack(tokens: Tokens, at: number): number {
  return isHyphen(tokens.at(at).text) ? at - 1 : at;
}

/** The thirds of the interval from `low` to `high`. */
export function narrowed(low: Exact, high: Exact, { from, to }: Thirds): { low: Exact; high: Exact } {
  const width = subtract(high, low);
  const upTo = (third: number): Exact => add(low, divide(multiply(width, exact(third)), exact(THIRDS)));
  return { low: from === 0 ? low : upTo(from), high: to === THIRDS ? high : upTo(to) };
}

const THIRDS = 3;

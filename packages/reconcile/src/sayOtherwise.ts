import { type Interval, overlaps } from './interval.ts';

/**
 * Nobody rounds his own plan by more than one part in so many (5 %, as much as "about" allows): who said 4 % and later says 3.5 % has
 * changed his mind, though 3.5 could be rounded to 4.
 */
const MOST_ROUNDED = 20n;

/** Whether two words of one speaker on what is still open are two, by what they allow or by the plain numbers that they name. */
export function sayOtherwise(a: Interval, b: Interval): boolean {
  if (!overlaps(a, b)) return true;
  if (a.point === null || b.point === null || a.claim.amount.hedge !== '=' || b.claim.amount.hedge !== '=') return false;
  const difference = MOST_ROUNDED * size(a.point - b.point);
  return difference > size(a.point) && difference > size(b.point);
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

import type { Amount } from '@newsledger/events';

/**
 * Whether two texts mean one number: the number that one names is what the other names, within its rounding or its "about". Stricter than
 * allowing a common number: "more than $1bn" allows $38bn, and says nothing of it. Ranges mean the same only when their ends do, and
 * orders of magnitude never.
 */
export function meanSameAmount(a: Amount, b: Amount): boolean {
  if (a.hedge === 'order' || b.hedge === 'order') return false;
  const [left, right] = [namedBy(a), namedBy(b)];
  if (left === null || right === null) return left === right && a.low !== null && a.low === b.low && a.high === b.high;
  if (isOpposite(a, b)) return false;
  return isInRoom(left, b) || isInRoom(right, a);
}

/** Whether no number is allowed by both; a shared rounding end is none. */
export function excludeEachOther(a: Amount, b: Amount): boolean {
  const [left, right] = [roomOf(a), roomOf(b)];
  return isBelow(left, right) || isBelow(right, left);
}

/** The one number that an amount names; a bound names its end, a range nothing. */
function namedBy({ value, low, high }: Amount): number | null {
  if (value !== null) return Number(value);
  if (low !== null && high !== null) return low === high ? Number(low) : null;
  return low !== null ? Number(low) : high !== null ? Number(high) : null;
}

function isInRoom(named: number, amount: Amount): boolean {
  const own = namedBy(amount);
  if (own === named) return true;
  return amount.low !== null && amount.high !== null && Number(amount.low) <= named && named <= Number(amount.high);
}

/** "More than 4" and "up to 4". */
function isOpposite(a: Amount, b: Amount): boolean {
  return (isAtLeast(a) && isAtMost(b)) || (isAtMost(a) && isAtLeast(b));
}

function isAtLeast({ low, high }: Amount): boolean {
  return low !== null && high === null;
}

function isAtMost({ low, high }: Amount): boolean {
  return low === null && high !== null;
}

interface Room {
  readonly low: number;
  readonly high: number;
}

/** All that an amount allows; one without ends is as exact as it is written. */
function roomOf({ value, low, high }: Amount): Room {
  const exact = low === null && high === null ? value : null;
  return { low: Number(low ?? exact ?? Number.NEGATIVE_INFINITY), high: Number(high ?? exact ?? Number.POSITIVE_INFINITY) };
}

function isBelow(a: Room, b: Room): boolean {
  return a.high < b.low || (a.high === b.low && a.low < a.high && b.low < b.high);
}

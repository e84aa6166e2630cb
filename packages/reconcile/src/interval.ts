import { compareIds } from './compareIds.ts';
import { compareText } from './compareText.ts';
import { fractionDigits, toFixedPoint } from './decimal.ts';
import { isFullWitness } from './joining/joined.ts';
import type { KeyClaim } from './keyClaim.ts';

/** What one claim allows, in fixed point; a null end is open for ever. */
export interface Interval {
  readonly claim: KeyClaim;
  readonly point: bigint | null;
  readonly low: bigint | null;
  readonly high: bigint | null;
  /** Null when an end is missing. */
  readonly width: bigint | null;
  /** How many digits the interval fixes, whatever the scale: 2 for `$38bn` and `$38m`; 0 for bounds. */
  readonly digits: number;
}

/** All amounts of one key on a common scale, which has room for the middle of any two ends. */
export interface Scaled {
  readonly scale: number;
  readonly intervals: readonly Interval[];
}

export function scaleClaims(claims: readonly KeyClaim[], further: readonly string[] = []): Scaled {
  let digits = 0;
  const see = (decimal: string | null) => {
    if (decimal !== null) digits = Math.max(digits, fractionDigits(decimal));
  };
  for (const { amount } of claims) {
    see(amount.value);
    see(amount.low);
    see(amount.high);
  }
  for (const decimal of further) see(decimal);
  const scale = digits + 1;
  // The claims of a key share most of their amounts.
  const known = new Map<string, bigint>();
  const at = (decimal: string | null) => {
    if (decimal === null) return null;
    const seen = known.get(decimal);
    if (seen !== undefined) return seen;
    const value = toFixedPoint(decimal, scale);
    known.set(decimal, value);
    return value;
  };
  return { scale, intervals: claims.map((claim) => toInterval(claim, at)) };
}

function toInterval(claim: KeyClaim, at: (decimal: string | null) => bigint | null): Interval {
  const point = at(claim.amount.value);
  let low = at(claim.amount.low);
  let high = at(claim.amount.high);
  // An amount without ends is as exact as it is written.
  if (low === null && high === null && point !== null && claim.amount.hedge !== '>' && claim.amount.hedge !== '<=') {
    low = point;
    high = point;
  }
  if (low !== null && high !== null && low > high) [low, high] = [high, low];
  const width = low === null || high === null ? null : high - low;
  return { claim, point, low, high, width, digits: fixedDigits(point, low, high, width) };
}

/** An exact number fixes more digits than any rounded one. */
const EXACT_DIGITS = 1000;

function fixedDigits(point: bigint | null, low: bigint | null, high: bigint | null, width: bigint | null): number {
  if (width === null || low === null || high === null) return 0;
  if (width === 0n) return EXACT_DIGITS;
  const middle = point ?? (low + high) / 2n;
  return String((middle < 0n ? -middle : middle) / width).length;
}

/** A stretch of numbers; a null end is open for ever. */
export interface Stretch {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/** Whether two intervals have more in common than a shared rounding end. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  const low = a.low === null || (b.low !== null && b.low > a.low) ? b.low : a.low;
  const high = a.high === null || (b.high !== null && b.high < a.high) ? b.high : a.high;
  if (low === null || high === null || low < high) return true;
  return low === high && (isPoint(a) || isPoint(b));
}

function isPoint({ low, high }: Stretch): boolean {
  return low !== null && low === high;
}

/**
 * Order of preference among equal weights: precision, a party's own word, who says all of the figure, first published, a sentence before a
 * row of a table or a title, ids. Never the order of arrival. Precision is digits, not width: million for billion is no more precise
 * than billion.
 */
export function comparePreference(a: Interval, b: Interval): number {
  return (
    b.digits - a.digits ||
    firmness(a) - firmness(b) ||
    (a.claim.amount.hedge === '=' ? 0 : compareWidth(a.width, b.width)) ||
    Number(b.claim.isPrimary) - Number(a.claim.isPrimary) ||
    Number(isFullWitness(b.claim.joined)) - Number(isFullWitness(a.claim.joined)) ||
    compareText(a.claim.publishedAt ?? '9', b.claim.publishedAt ?? '9') ||
    Number(isSentence(b.claim.sentence)) - Number(isSentence(a.claim.sentence)) ||
    compareIds(a.claim, b.claim)
  );
}

/** Whether a text ends as sentences do; `Value: $38 billion` and titles end without a full stop. */
export function isSentence(text: string): boolean {
  return /[.!?…]["”’')\]]*\s*$/.test(text);
}

/** `nearly 140` names a number that it is not. */
function firmness({ claim }: Interval): number {
  return claim.amount.hedge === '=' ? 0 : claim.amount.hedge === '<~' ? 2 : 1;
}

function compareWidth(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareBigints(a, b);
}

export function compareBigints(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

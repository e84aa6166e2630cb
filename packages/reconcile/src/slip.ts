import type { Interval } from './interval.ts';

type SlipKind = 'scale' | 'decimal_point' | 'percent_fraction' | 'digits_swapped' | 'digit_changed' | 'digit_lost' | 'sign';

/** How a wrong number came about. */
export interface Slip {
  readonly kind: SlipKind;
  /** Follows "which is": `a thousand times too much, as when million is read as billion`. */
  readonly words: string;
}

/** The usual slip that made `wrong` out of `right`; null when none explains it. It changes what is said of a loser, never who wins. */
export function slipBetween({ point }: Interval, right: bigint): Slip | null {
  if (point === null || point === 0n || right === 0n || point === right) return null;
  if (point === -right) return { kind: 'sign', words: 'the same number with the other sign' };
  for (const [factor, kind, more, less] of FACTORS) {
    if (near(point, right * factor)) return { kind, words: more };
    if (near(point * factor, right)) return { kind, words: less };
  }
  return point < 0n === right < 0n ? digitSlip(digits(point), digits(right)) : null;
}

/** Whether one of two claims could be a slip on the other. A total that grew can well differ from the last one by a digit. */
export function looksLikeSlip(a: Interval, b: Interval): boolean {
  const slip = b.point === null ? null : slipBetween(a, b.point);
  return slip !== null && slip.kind !== 'digit_changed' && slip.kind !== 'digit_lost';
}

/** Times too much or too little, and how that happens. */
const FACTORS: readonly (readonly [bigint, SlipKind, string, string])[] = [
  [
    1000n,
    'scale',
    'a thousand times too much, as when million is read as billion',
    'a thousand times too little, as when billion is read as million',
  ],
  [
    1_000_000n,
    'scale',
    'a million times too much, as when a scale is applied twice',
    'a million times too little, as when a scale is dropped',
  ],
  [1_000_000_000n, 'scale', 'a billion times too much', 'a billion times too little, as when a scale is dropped'],
  [1_000_000_000_000n, 'scale', 'a trillion times too much', 'a trillion times too little, as when a scale is dropped'],
  [
    10n,
    'decimal_point',
    'ten times too much, as when a decimal point slips or a digit is added',
    'ten times too little, as when a decimal point slips or a digit is lost',
  ],
  [
    100n,
    'percent_fraction',
    'a hundred times too much, as when percent and fraction are mixed up',
    'a hundred times too little, as when percent and fraction are mixed up',
  ],
];

/** Shorter numbers often differ by one digit and mean it: 38 and 39, 560 and 460. */
const MIN_DIGITS_TO_MISTYPE = 4;

function digitSlip(wrong: string, right: string): Slip | null {
  if (isSwap(wrong, right)) return { kind: 'digits_swapped', words: 'the same number with two digits swapped' };
  if (Math.min(significant(wrong), significant(right)) < MIN_DIGITS_TO_MISTYPE) return null;
  if (isOneChanged(wrong, right)) return { kind: 'digit_changed', words: 'the same number but for one digit' };
  if (isOneLess(wrong, right)) return { kind: 'digit_lost', words: 'the same number without one of its digits' };
  if (isOneLess(right, wrong)) return { kind: 'digit_lost', words: 'the same number with one digit more' };
  return null;
}

/** Within half a percent: rounding of either number. */
function near(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a;
  return difference * 200n <= (b < 0n ? -b : b);
}

function digits(value: bigint): string {
  return (value < 0n ? -value : value).toString();
}

function significant(digits: string): number {
  return digits.replace(/0+$/, '').length;
}

/** Whether swapping two neighbouring digits of one gives the other. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  return a[at] !== undefined && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The last digits may differ by what was rounded; a slip of the finger is to be seen before them. */
function isOneChanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  return at < Math.max(significant(a), significant(b)) - 1 && a.slice(at + 1) === b.slice(at + 1);
}

function isOneLess(shorter: string, longer: string): boolean {
  if (shorter.length + 1 !== longer.length) return false;
  const at = firstDifference(shorter, longer);
  return shorter.slice(at) === longer.slice(at + 1);
}

/** Where two texts begin to differ; the length of the shorter when they don't before. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

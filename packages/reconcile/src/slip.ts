import type { Interval } from './interval.ts';

/** How a wrong number came about, in words that follow "which is": null when no usual slip explains it. */
export function slipBetween(wrong: Interval, right: bigint): string | null {
  const { point } = wrong;
  if (point === null || point === 0n || right === 0n || point === right) return null;
  if (point === -right) return 'the same number with the other sign';
  for (const [factor, words] of FACTORS) {
    if (near(point, right * factor)) return words[0];
    if (near(point * factor, right)) return words[1];
  }
  const [a, b] = [significant(point), significant(right)];
  if (a.length > 1 && a.length === b.length && magnitude(point) === magnitude(right) && isSwap(a, b)) return `${b} with two digits swapped`;
  return null;
}

/** Whether one of two claims could be a slip on the other. */
export function looksLikeSlip(a: Interval, b: Interval): boolean {
  return b.point !== null && slipBetween(a, b.point) !== null;
}

const FACTORS: readonly (readonly [bigint, readonly [string, string]])[] = [
  [
    1000n,
    [
      'a thousand times too much (million read as billion, or the like)',
      'a thousand times too little (billion read as million, or the like)',
    ],
  ],
  [1_000_000n, ['a million times too much (its scale was applied twice)', 'a million times too little (its scale was dropped)']],
  [1_000_000_000n, ['a billion times too much', 'a billion times too little (its scale was dropped)']],
  [10n, ['ten times too much (a digit too many)', 'ten times too little (a digit too few)']],
  [
    100n,
    [
      'a hundred times too much (percent and fraction, or whole and minor units)',
      'a hundred times too little (percent and fraction, or whole and minor units)',
    ],
  ],
];

/** Within half a percent: rounding of either number. */
function near(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a;
  return difference * 200n <= (b < 0n ? -b : b);
}

/** Digits without the zeros that only carry scale: 38 for 38,000,000,000. */
function significant(value: bigint): string {
  return (value < 0n ? -value : value).toString().replace(/0+$/, '');
}

function magnitude(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** Whether swapping two neighbouring digits of one gives the other. */
function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

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
  const sameSign = point < 0n === right < 0n;
  return sameSign && isSwap(digits(point), digits(right)) ? 'the same number with two digits swapped' : null;
}

/** Whether one of two claims could be a slip on the other. */
export function looksLikeSlip(a: Interval, b: Interval): boolean {
  return b.point !== null && slipBetween(a, b.point) !== null;
}

const FACTORS: readonly (readonly [bigint, readonly [string, string]])[] = [
  [
    1000n,
    ['a thousand times too much, as when million is read as billion', 'a thousand times too little, as when billion is read as million'],
  ],
  [1_000_000n, ['a million times too much, as when a scale is applied twice', 'a million times too little, as when a scale is dropped']],
  [1_000_000_000n, ['a billion times too much', 'a billion times too little, as when a scale is dropped']],
  [10n, ['ten times too much, as when a digit is added', 'ten times too little, as when a digit is lost']],
  [
    100n,
    [
      'a hundred times too much, as when percent and fraction are mixed up',
      'a hundred times too little, as when percent and fraction are mixed up',
    ],
  ],
];

/** Within half a percent: rounding of either number. */
function near(a: bigint, b: bigint): boolean {
  const difference = a > b ? a - b : b - a;
  return difference * 200n <= (b < 0n ? -b : b);
}

function digits(value: bigint): string {
  return (value < 0n ? -value : value).toString();
}

/** Whether swapping two neighbouring digits of one gives the other. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

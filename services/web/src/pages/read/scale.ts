/** Where amounts stand on a chart that holds them all. */
export interface Scale {
  /** The smallest and greatest end or value of the chart. */
  readonly min: number;
  readonly max: number;
  readonly logarithmic: boolean;
  /** 0 at the left border, 1 at the right one, with a twentieth of room beside the outermost amounts. */
  readonly at: (amount: string) => number;
}

/** Amounts further apart than this would leave the small ones no width on a linear scale. */
const LINEAR_UP_TO = 50;

/** Fits the ends and values of the intervals; logarithmic when positive amounts differ by more than a factor of 50. */
export function createScale(
  intervals: readonly { readonly low: string | null; readonly high: string | null; readonly value: string | null }[],
): Scale {
  const amounts = intervals.flatMap(({ low, high, value }) => [low, high, value]).flatMap((end) => (end === null ? [] : [Number(end)]));
  const min = amounts.length === 0 ? 0 : amounts.reduce((a, b) => Math.min(a, b));
  const max = amounts.length === 0 ? 0 : amounts.reduce((a, b) => Math.max(a, b));
  const logarithmic = min > 0 && max / min > LINEAR_UP_TO;
  const place = logarithmic ? Math.log : (amount: number) => amount;
  const first = place(min);
  const span = place(max) - first;
  return {
    min,
    max,
    logarithmic,
    at: (amount) => (span === 0 || !Number.isFinite(span) ? 0.5 : 0.05 + (0.9 * (place(Number(amount)) - first)) / span),
  };
}

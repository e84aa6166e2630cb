export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of what was said, and share of what was right; both 0 to 1. */
  readonly said: number;
  readonly right: number;
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Ten bins of equal width over confidence; empty ones are left out. */
export function binsOf(decisions: readonly Judged[]): Bin[] {
  return Array.from({ length: 10 }, (_, index) => {
    const inside = decisions.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index);
    const count = inside.length;
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, count);
    const right = inside.filter((one) => one.right).length / Math.max(1, count);
    return { from: index / 10, to: (index + 1) / 10, count, said, right };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: how far what was said lies from what was right, over all decisions. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { count, said, right }) => sum + (count / total) * Math.abs(said - right), 0);
}

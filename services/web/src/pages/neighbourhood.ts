/** An interval in base units; null is an open end. */
export interface Ends {
  readonly low: string | null;
  readonly high: string | null;
}

/** The part of the number line that a chart shows. */
export interface Neighbourhood {
  readonly from: number;
  readonly to: number;
  /** Whether equal steps are equal factors: where the amounts that agree span orders of magnitude themselves. */
  readonly logarithmic: boolean;
}

/** Amounts that are so many times apart would leave the smaller ones no width on a linear axis. */
const LOGARITHMIC_FROM = 50;
/** How far from what agrees a claim may lie and still be drawn in place, in widths of what agrees. */
const ROOM = 3;
/** The width of what agrees when it is one point, as a share of it. */
const LEAST_SHARE = 0.02;

/**
 * Where to look: at the reconciled interval and all that overlaps it, and at what lies not far from there. One far-off claim is left outside,
 * since it would squeeze all others into a stroke.
 * @param leastRoom how far rivals may lie at least, as a share of the amount itself: for charts that are about them.
 */
export function neighbourhoodOf(value: Ends, claims: readonly Ends[], leastRoom = 0): Neighbourhood {
  const agreeing = claims.filter((claim) => overlaps(claim, value));
  const core = finite([value, ...agreeing]);
  const ends = core.length > 0 ? core : finite(claims);
  if (ends.length === 0) return { from: 0, to: 0, logarithmic: false };
  let [from, to] = [least(ends), most(ends)];
  const logarithmic = isWide(from, to);
  const width = Math.max(to - from, LEAST_SHARE * Math.max(Math.abs(from), Math.abs(to)));
  const room = Math.max(ROOM * width, leastRoom * Math.max(Math.abs(from), Math.abs(to)));
  const [first, last] = logarithmic ? [from / (to / from), to * (to / from)] : [from - room, to + room];
  for (const claim of claims) {
    const own = finite([claim]);
    if (own.length === 0 || least(own) < first || most(own) > last) continue;
    from = Math.min(from, least(own));
    to = Math.max(to, most(own));
  }
  return { from, to, logarithmic };
}

/** The part of the number line that holds all ends and values. */
export function rangeOf(amounts: readonly (Ends & { readonly value: string | null })[]): Neighbourhood {
  const ends = finite(amounts).concat(amounts.flatMap(({ value }) => (value === null ? [] : [Number(value)])));
  if (ends.length === 0) return { from: 0, to: 0, logarithmic: false };
  const [from, to] = [least(ends), most(ends)];
  return { from, to, logarithmic: isWide(from, to) };
}

function isWide(from: number, to: number): boolean {
  return from > 0 && to / from >= LOGARITHMIC_FROM;
}

function overlaps(a: Ends, b: Ends): boolean {
  const reaches = (low: string | null, high: string | null): boolean => low === null || high === null || Number(low) <= Number(high);
  return reaches(a.low, b.high) && reaches(b.low, a.high);
}

function finite(intervals: readonly Ends[]): number[] {
  return intervals.flatMap(({ low, high }) => [low, high]).flatMap((end) => (end === null ? [] : [Number(end)]));
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b));
}

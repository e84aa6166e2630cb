import type { Neighbourhood } from './neighbourhood.ts';

/** Where amounts stand on a chart. */
export interface AmountScale extends Neighbourhood {
  /**
   * 0 at the border of the smallest amounts and 1 at that of the greatest, with some room beside the outermost that the chart shows; below 0
   * or above 1 for what lies beyond.
   */
  readonly at: (amount: string) => number;
}

/** Room on each side, as a share of the chart. */
const ROOM = 0.05;

/** Places the amounts of a part of the number line, by orders of magnitude where that says so. */
export function createAmountScale(range: Neighbourhood): AmountScale {
  const measure = range.logarithmic ? Math.log : (amount: number): number => amount;
  const first = measure(range.from);
  const span = measure(range.to) - first;
  return {
    ...range,
    at: (amount) => {
      const number = Number(amount);
      if (!Number.isFinite(span) || (span === 0 && number === range.from)) return 0.5;
      if (span === 0) return number < range.from ? -1 : 2;
      return range.logarithmic && number <= 0 ? -1 : ROOM + (1 - 2 * ROOM) * ((measure(number) - first) / span);
    },
  };
}

/** The amounts at which a scale is read off, the smallest first: round ones inside of it; powers of ten where it is logarithmic. */
export function amountTicks({ from, to, logarithmic }: Neighbourhood, wanted = 4): number[] {
  if (from === to || !Number.isFinite(to - from)) return [from];
  if (logarithmic) {
    const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)];
    const step = Math.max(1, Math.ceil((last - first) / wanted));
    return steps(first, last, step).map((power) => 10 ** power);
  }
  const rough = (to - from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough * 0.999) ?? rough;
  // Counted in steps, so that no error adds up; rounded to what a binary number holds for sure.
  return steps(Math.ceil(from / size - 1e-9), Math.floor(to / size + 1e-9), 1).map((count) => Number((count * size).toPrecision(12)));
}

function steps(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => first + index * step);
}

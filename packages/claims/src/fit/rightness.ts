import type { Amount, Measure } from '@newsledger/events';
import type { StatedAmount } from '../figures/statedAmount.ts';
import type { LabelledFigure } from './labelledText.ts';

/** Measures between which careful readers differ. */
const EITHER: readonly (readonly [Measure, Measure])[] = [
  ['deal_value', 'spending_commitment'],
  ['deal_value', 'investment'],
  ['capital_expenditure', 'investment'],
  ['fine', 'cost'],
  ['growth', 'other_percent'],
  ['units_sold', 'other_count'],
  ['price', 'cost'],
  ['loss', 'cost'],
  ['cost', 'other_money'],
  ['market_share', 'other_percent'],
  ['valuation', 'market_cap'],
  ['loss', 'profit'],
];

export function isRightMeasure(label: Measure, reading: Measure): boolean {
  return label === reading || EITHER.some((pair) => pair.includes(label) && pair.includes(reading));
}

/** What is written: a point for "about $38bn", one open end for "more than". */
export function writtenBounds({ hedge, value, low, high }: Amount): { readonly low: number | null; readonly high: number | null } {
  const number = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));
  if (hedge === '>') return { low: number(value ?? low), high: null };
  if (hedge === '<=') return { low: null, high: number(value ?? high) };
  return value === null ? { low: number(low), high: number(high) } : { low: number(value), high: number(value) };
}

/** Whether value and unit are as labelled. Durations may be rounded; amounts without a digit need only meet. */
export function isRightAmount(label: LabelledFigure, { unit, amount }: StatedAmount): boolean {
  const { low, high } = writtenBounds(amount);
  const slack = /year|m²/.test(label.unit) ? 0.011 : 1e-5;
  const near = (a: number | null, b: number | null): boolean =>
    a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 + slack * Math.abs(b);
  const isVague = !/\d/.test(label.quote) && /hundreds|tens|dozens|thousands|millions|billions/i.test(label.quote);
  const meets = (low ?? -Infinity) <= (label.high ?? Infinity) && (label.low ?? -Infinity) <= (high ?? Infinity);
  return (isVague ? meets : near(low, label.low) && near(high, label.high)) && isSameUnit(label.unit, unit);
}

const ALIKE = [
  ['person', 'people'],
  ['employee', 'job', 'worker', 'staff', 'position', 'people', 'person'],
  ['gpu', 'chip', 'accelerator'],
  ['aircraft', 'jet', 'plane', 'airplane'],
  ['user', 'people', 'person', 'customer'],
  ['site', 'store', 'location'],
];

/** Whether two nouns name one counted thing, or two units are the same. */
export function isSameUnit(label: string, reading: string): boolean {
  const bare = (unit: string): string =>
    unit
      .toLowerCase()
      .replace(/\/share$/, '')
      .replace(/ies$/, 'y')
      .replace(/s$/, '');
  const a = bare(label);
  const b = bare(reading);
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`) || ALIKE.some((alike) => alike.includes(a) && alike.includes(b));
}

/** Whether two labels of periods have a year in common; both may name none. */
export function isRightPeriod(label: string | null, reading: string | null): boolean {
  if (label === null || reading === null) return label === reading;
  if (label === reading) return true;
  const years = (period: string): number[] => [...period.matchAll(/(?:19|20)\d\d/g)].map(([year]) => Number(year));
  const a = years(label);
  const b = years(reading);
  return a.length > 0 && b.length > 0 && Math.min(...a) <= Math.max(...b) && Math.min(...b) <= Math.max(...a);
}

import type { DealType } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { LabelledDeal } from './labelledText.ts';
import { sameName } from './sameName.ts';

/** Types that careful readers choose between. */
const EITHER: readonly (readonly [DealType, DealType])[] = [
  ['partnership', 'supply_contract'],
  ['acquisition', 'investment'],
  ['acquisition', 'merger'],
  ['investment', 'funding_round'],
  ['partnership', 'investment'],
  ['funding_round', 'financing'],
];

export function eitherType(a: DealType, b: DealType): boolean {
  return a === b || EITHER.some(([x, y]) => (a === x && b === y) || (a === y && b === x));
}

/** All parties of the label are among the names. */
export function namesAll({ parties }: LabelledDeal, names: readonly string[]): boolean {
  return parties.every(({ name }) => names.some((other) => sameName(name, other)));
}

/** The quantity, or none, is what the label says the deal is worth; a hundredth apart is a matter of rounding. */
export function isWorth({ value_low, value_high }: LabelledDeal, quantity: Quantity | null): boolean {
  const { low, high } = writtenInterval(quantity);
  return near(low, value_low) && near(high, value_high);
}

function near(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.011 * Math.abs(b);
}

/** The amount as written: a point for "about $38bn", one open end for "more than". */
function writtenInterval(quantity: Quantity | null): { readonly low: number | null; readonly high: number | null } {
  if (quantity === null) return { low: null, high: null };
  const number = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));
  const { hedge, value, low, high } = quantity;
  if (hedge === '>') return { low: number(value ?? low), high: null };
  if (hedge === '<=') return { low: null, high: number(value ?? high) };
  return value === null ? { low: number(low), high: number(high) } : { low: number(value), high: number(value) };
}

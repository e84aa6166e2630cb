import type { Amount, Measure } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { Direction } from '../decisions/direction.ts';
import { amountOf, growthAmount, scaledAmount } from './amountOf.ts';

/** An amount as a figure files it, with its unit. */
export interface StatedAmount {
  readonly unit: string;
  readonly amount: Amount;
}

/** What people are called under the measures that count them; the text may only say `1,200 were laid off`. */
const UNIT_OF: Partial<Record<Measure, string>> = {
  employees: 'employee',
  users: 'user',
  customers: 'customer',
  sites: 'site',
  units_sold: 'unit',
  accelerators: 'chip',
};

/** Times of a rate: `$5bn a year` is dollars, and the definition says that they are a year's. */
const TIMES = /^(?:year|quarter|week|day|night|session)$/;

/** Unit and signed amount of a quantity that measures `measure`. */
export function statedAmount(quantity: Quantity, measure: Measure, direction: Direction): StatedAmount {
  const sign = direction === 'down' ? -1 : 1;
  const { kind, unit, per } = quantity;
  if (unit === 'x') return measure === 'growth' ? { unit: '%', amount: growthAmount(quantity) } : { unit: 'x', amount: amountOf(quantity, 1) };
  if (unit === 'bp') return { unit: '%', amount: scaledAmount(amountOf(quantity, sign), -2) };
  if (kind === 'percent') return { unit: '%', amount: amountOf(quantity, sign) };
  const amount = amountOf(quantity, measure === 'loss' ? 1 : sign);
  if (kind === 'money') return { unit: per === null || TIMES.test(per) ? unit : `${unit}/${per}`, amount };
  if (kind === 'count' || kind === 'number') return { unit: countUnit(quantity, measure), amount };
  return { unit: unit.slice(0, 60), amount };
}

function countUnit({ unit, noun }: Quantity, measure: Measure): string {
  const counted = noun?.phrase.toLowerCase() ?? unit;
  return (counted === '' ? (UNIT_OF[measure] ?? 'unit') : counted).slice(0, 60);
}

import { type Amount, type Measure, measureClassOf } from '@newsledger/events';
import type { Quantity } from '@newsledger/quantities';
import type { Direction } from '../decisions/direction.ts';
import { amountOf, growthAmount, scaledAmount } from './amountOf.ts';

/** An amount as a figure files it, with its unit. */
export interface StatedAmount {
  readonly unit: string;
  readonly amount: Amount;
}

/** Times of a rate: `$5bn a year` is dollars, and the definition says that they are a year's. */
const TIMES = /^(?:year|quarter|week|day|night|session)$/;

/** Units of prices by their full names, where the scanner has symbols. */
const PER: Readonly<Record<string, string>> = { bbl: 'barrel', oz: 'ounce', t: 'ton', gal: 'gallon', lb: 'pound' };

/** Unit and signed amount of a quantity that measures `measure`; `counted` is what a number counts. */
export function statedAmount(quantity: Quantity, measure: Measure, direction: Direction, counted: string | null): StatedAmount {
  const sign = direction === 'down' ? -1 : 1;
  const { kind, unit, per } = quantity;
  if (unit === 'x')
    return measure === 'growth' ? { unit: '%', amount: growthAmount(quantity) } : { unit: 'x', amount: amountOf(quantity, 1) };
  if (unit === 'bp') return { unit: '%', amount: scaledAmount(amountOf(quantity, sign), -2) };
  if (isShareOfWhole(quantity, measure)) return { unit: '%', amount: scaledAmount(amountOf(quantity, sign), 2) };
  if (kind === 'percent') return { unit: '%', amount: amountOf(quantity, sign) };
  const amount = amountOf(quantity, measure === 'loss' ? 1 : sign);
  if (kind === 'money') return { unit: per === null || TIMES.test(per) ? unit : `${unit}/${PER[per] ?? per}`.slice(0, 60), amount };
  if (kind === 'count' || kind === 'number') return { unit: (counted ?? 'unit').slice(0, 60), amount };
  return { unit: unit.slice(0, 60), amount };
}

/** `a third of the market`, `one in ten`: a part below one whole, of a measure in per cent. */
function isShareOfWhole({ kind, value, high }: Quantity, measure: Measure): boolean {
  return (kind === 'number' || kind === 'count') && measureClassOf(measure) === 'percent' && Math.abs(Number(value ?? high ?? 1)) < 1;
}

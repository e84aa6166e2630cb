import type { Quantity } from '@newsledger/quantities';
import type { MeasureChoice } from './measureChoice.ts';

/** No company or contract in the news is bought for less; smaller sums are prices of single things. In units of any major currency. */
export const SMALLEST_DEAL = 100_000;

/** `bought a meter, for $35`: the price of a thing, not the value of a deal. */
export function smallPrice(choice: MeasureChoice, quantity: Quantity): MeasureChoice {
  if (quantity.kind !== 'money' || !/^(?:deal_value|investment|funding_raised)$/.test(choice.measure)) return choice;
  const amount = Number(quantity.value ?? quantity.high ?? quantity.low ?? SMALLEST_DEAL);
  return amount < SMALLEST_DEAL
    ? {
        ...choice,
        measure: 'price',
        definition: null,
        noun: null,
        because: { rule: 'too small for a deal', start: quantity.start, end: quantity.end },
      }
    : choice;
}

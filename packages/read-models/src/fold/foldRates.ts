import type { EventData } from '@newsledger/events';
import type { Cause } from './rows.ts';
import type { FoldState } from './state.ts';

/** Keeps the latest statement for a day; figures are not decided by it. */
export function foldRates(state: FoldState, { base, source, rates }: EventData<'ExchangeRatesRecorded'>, cause: Cause): void {
  for (const { date, quote, rate } of rates)
    state.changed.rates.set(`${base}/${quote}/${date}`, {
      rateDate: date,
      base,
      quote,
      rate,
      source,
      recordedAt: cause.changedAt,
      position: cause.position,
    });
}

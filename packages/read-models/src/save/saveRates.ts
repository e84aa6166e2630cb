import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { sendRows } from './sendRows.ts';

export async function saveRates(client: pg.ClientBase, { changed }: FoldState): Promise<void> {
  await sendRows(
    client,
    'read-models.save_rates',
    `INSERT INTO projection.exchange_rate (rate_date, base, quote, rate, source, recorded_at, position)
     SELECT "rateDate", base, quote, rate, source, "recordedAt", position
     FROM json_to_recordset($1::json) AS new (
       "rateDate" date, base text, quote text, rate numeric, source text, "recordedAt" timestamptz, position bigint)
     ON CONFLICT (base, quote, rate_date, generation) DO UPDATE
     SET rate = excluded.rate, source = excluded.source, recorded_at = excluded.recorded_at, position = excluded.position`,
    [...changed.rates.values()],
  );
}

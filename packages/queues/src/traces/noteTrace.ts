import { currentTraceparent } from '@newsledger/platform';
import type pg from 'pg';

/** Notes the span at work for events that it appends, in their transaction. Nothing is written while nothing is traced. */
export async function noteTrace(client: pg.Pool | pg.ClientBase, events: readonly { readonly id: string }[]): Promise<void> {
  const traceparent = currentTraceparent();
  if (traceparent === null || events.length === 0) return;
  await client.query(
    `INSERT INTO work.event_traces (event_id, traceparent)
     SELECT event_id, $2 FROM unnest($1::uuid[]) AS event_id
     ON CONFLICT (event_id) DO UPDATE SET traceparent = excluded.traceparent, noted_at = excluded.noted_at`,
    [events.map(({ id }) => id), traceparent],
  );
}

import type { EventStore } from '@newsledger/event-store';
import type pg from 'pg';

/** Reads the next page, or the first again at the end of the log; returns how many events it had. */
export type NextPage = () => Promise<number>;

/** The least that reading takes: one prepared SELECT of the log's columns. */
export function bareSelect(pool: pg.Pool, limit: number): NextPage {
  let after = '0';
  return async () => {
    const { rows } = await pool.query<{ position: string }>({
      name: 'bare_select',
      text: 'SELECT * FROM ledger.events WHERE position > $1 ORDER BY position LIMIT $2',
      values: [after, limit],
    });
    after = rows.length < limit ? '0' : (rows.at(-1)?.position ?? '0');
    return rows.length;
  };
}

export function readAllPages(store: EventStore, limit: number): NextPage {
  let after = 0n;
  return async () => {
    const { events, upTo } = await store.readAll({ after, limit });
    after = events.length < limit ? 0n : upTo;
    return events.length;
  };
}

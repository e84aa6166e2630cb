import type { StoredEvent } from '@newsledger/events';
import type pg from 'pg';
import { type EventRow, eventColumns, storedEvent } from './eventRow.ts';

export interface ReadStreamOptions {
  /** Start after this version; 0, the default, reads from the first event. */
  readonly afterVersion?: number | undefined;
  /** At most so many events; all of them by default. */
  readonly limit?: number | undefined;
}

/** Committed events of one stream in order. Complete at once: writers of one stream take turns. */
export async function readStream(
  client: pg.Pool | pg.ClientBase,
  stream: string,
  { afterVersion = 0, limit }: ReadStreamOptions,
): Promise<StoredEvent[]> {
  const { rows } = await client.query<EventRow>({
    name: 'ledger.read_stream',
    text: `SELECT ${eventColumns}
             FROM ledger.events
            WHERE stream = $1
              AND stream_version > $2
            ORDER BY stream_version
            LIMIT $3`,
    values: [stream, afterVersion, limit ?? null],
  });
  return rows.map(storedEvent);
}

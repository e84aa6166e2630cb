import type { EventType, StoredEvent } from '@newsledger/events';
import type pg from 'pg';
import { type EventRow, eventColumns, storedEvent } from './eventRow.ts';
import { readSafePosition } from './readSafePosition.ts';

export interface ReadAllOptions {
  /** Start after this position; 0n reads from the beginning. */
  readonly after: bigint;
  /** At most so many events. */
  readonly limit: number;
  /** Only events of these types; all by default. */
  readonly types?: readonly EventType[] | undefined;
}

export interface LogBatch<Event> {
  readonly events: Event[];
  /** Read on from here: nothing at or below it can appear later. */
  readonly upTo: bigint;
  /** True when a writer is still at work on positions above `upTo`: looking again soon is worth while. */
  readonly writersAtWork: boolean;
}

/** The next events of the whole log in their global order; see ledger.lock_floor for why none is ever skipped. */
export async function readAll(client: pg.Pool | pg.ClientBase, { after, limit, types }: ReadAllOptions): Promise<LogBatch<StoredEvent>> {
  const { safe, givenOut } = await readSafePosition(client);
  const writersAtWork = givenOut > safe;
  if (safe <= after) return { events: [], upTo: after, writersAtWork };
  const { rows } = await client.query<EventRow>({
    name: types === undefined ? 'ledger.read_all' : 'ledger.read_types',
    text: `SELECT ${eventColumns}
             FROM ledger.events
            WHERE position > $1
              AND position <= $2
              ${types === undefined ? '' : 'AND type = ANY ($4)'}
            ORDER BY position
            LIMIT $3`,
    values: types === undefined ? [after, safe, limit] : [after, safe, limit, types],
  });
  const events = rows.map(storedEvent);
  const last = events.at(-1);
  const full = last !== undefined && events.length >= limit;
  return { events, upTo: full ? last.position : safe, writersAtWork };
}

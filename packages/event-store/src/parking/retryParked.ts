import { type AnyRecordedEvent, InvalidEventError } from '@newsledger/events';
import type pg from 'pg';
import type { EventStore } from '../log/eventStore.ts';
import { type Handle, tryToHandle } from './handleApart.ts';
import { errorText } from './parkEvent.ts';

export interface RetriedStream {
  readonly stream: string;
  /** Position and type of the event that failed. */
  readonly position: bigint;
  readonly type: string;
  /** Null when it and all that waited behind it can be handled now. */
  readonly error: string | null;
}

interface ParkedRow {
  readonly stream: string;
  readonly positions: readonly string[];
  readonly firstVersion: number;
  readonly type: string;
}

/**
 * Tries again what a subscription parked, stream by stream; a failure is noted. Call it inside a transaction, which keeps the subscription waiting.
 * @param options with `keep`, what can be handled now is handled, and parked no more: for handlers to whom the order of streams among each
 * other means nothing. Without, all is undone, and only the answer stays.
 */
export async function retryParked(
  client: pg.PoolClient,
  store: Pick<EventStore, 'readStream'>,
  { name, handle, keep }: { readonly name: string; readonly handle: Handle; readonly keep: boolean },
): Promise<RetriedStream[]> {
  const { rows } = await client.query<ParkedRow>(
    `SELECT stream,
            array_agg(position::text ORDER BY position)       AS positions,
            min(stream_version)                               AS "firstVersion",
            (array_agg(event_type ORDER BY position))[1]      AS type
       FROM ledger.parked_events
      WHERE subscription = $1
      GROUP BY stream
      ORDER BY min(position)`,
    [name],
  );
  const retried: RetriedStream[] = [];
  for (const row of rows) {
    const error = await retryStream(client, store, row, { handle, keep });
    if (error !== null || keep) await note(client, name, row.stream, error);
    retried.push({ stream: row.stream, position: BigInt(row.positions[0] ?? 0), type: row.type, error });
  }
  return retried;
}

/** Why the stream still fails; null when it doesn't. */
async function retryStream(
  client: pg.PoolClient,
  store: Pick<EventStore, 'readStream'>,
  { stream, positions, firstVersion }: ParkedRow,
  { handle, keep }: { handle: Handle; keep: boolean },
): Promise<string | null> {
  let events: AnyRecordedEvent[];
  try {
    const parked = new Set(positions.map(BigInt));
    events = (await store.readStream(stream, { afterVersion: firstVersion - 1 })).filter(({ position }) => parked.has(position));
  } catch (error) {
    if (error instanceof InvalidEventError) return errorText(error);
    throw error;
  }
  await client.query('SAVEPOINT stream');
  const failure = await tryToHandle(client, handle, events);
  await client.query(keep ? 'RELEASE SAVEPOINT stream' : 'ROLLBACK TO SAVEPOINT stream; RELEASE SAVEPOINT stream');
  return failure === null ? null : errorText(failure.error);
}

async function note(client: pg.ClientBase, name: string, stream: string, error: string | null): Promise<void> {
  if (error === null) await client.query('DELETE FROM ledger.parked_events WHERE subscription = $1 AND stream = $2', [name, stream]);
  else
    await client.query(
      `UPDATE ledger.parked_events
          SET attempts = attempts + 1, error = $3, tried_at = clock_timestamp()
        WHERE subscription = $1 AND stream = $2 AND behind IS NULL`,
      [name, stream, error],
    );
}

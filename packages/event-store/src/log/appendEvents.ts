import type { NewEvent } from '@newsledger/events';
import type pg from 'pg';

/** The version of the stream's last event; `no_stream` (or 0): the stream must be new; `any`: whatever it is. */
export type ExpectedVersion = number | 'any' | 'no_stream';

/** What became of a batch. A caller handles all three. */
export type AppendResult =
  | {
      outcome: 'appended';
      /** Position of the batch's last event. */
      lastPosition: bigint;
      /** Version of the batch's last event. */
      streamVersion: number;
      /** Ids of events that were in the stream already and were left out. */
      duplicateIds: readonly string[];
    }
  /** Every event of the batch is in the stream already; nothing was added, whatever version was expected. */
  | { outcome: 'duplicate' }
  /** Somebody else appended first; nothing was added. */
  | { outcome: 'conflict'; actualVersion: number };

export interface AppendContext {
  /** What a whole chain of work has in common. */
  readonly correlationId?: string | undefined;
  /** The event or job that caused these events. */
  readonly causationId?: string | undefined;
}

type Row =
  | { outcome: 'appended'; last_position: string; stream_version: number; duplicate_ids: string[] }
  | { outcome: 'duplicate'; stream_version: number }
  | { outcome: 'conflict'; stream_version: number };

/**
 * Adds a batch to the end of a stream in one round trip: all of it or nothing.
 *
 * Events that the stream holds already are left out first (`duplicate` when that leaves none). The expected version is then compared
 * with the stream's last version, known events included.
 */
export async function appendEvents(
  client: pg.Pool | pg.ClientBase,
  stream: string,
  expected: ExpectedVersion,
  events: readonly NewEvent[],
  context: AppendContext,
): Promise<AppendResult> {
  const { rows } = await client.query<Row>({
    name: 'ledger.append_events',
    text: 'SELECT outcome, last_position, stream_version, duplicate_ids::text[] FROM ledger.append_events($1, $2, $3, $4, $5)',
    values: [
      stream,
      expected === 'any' ? null : expected === 'no_stream' ? 0 : expected,
      JSON.stringify(events),
      context.correlationId ?? null,
      context.causationId ?? null,
    ],
  });
  const row = rows[0];
  if (row === undefined) throw new Error(`ledger.append_events gave no answer for stream ${stream}`);
  if (row.outcome === 'duplicate') return { outcome: 'duplicate' };
  if (row.outcome === 'conflict') return { outcome: 'conflict', actualVersion: row.stream_version };
  return {
    outcome: 'appended',
    lastPosition: BigInt(row.last_position),
    streamVersion: row.stream_version,
    duplicateIds: row.duplicate_ids,
  };
}

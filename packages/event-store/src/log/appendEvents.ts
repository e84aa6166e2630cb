import type { NewEvent } from '@newsledger/events';
import type pg from 'pg';
import { batchArrays } from './batchArrays.ts';

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

/** What ledger.append answers about a batch. */
export type AnswerRow =
  | { outcome: 'appended'; last_position: string; head: number; known: string[] | null }
  | { outcome: 'duplicate' }
  | { outcome: 'conflict'; head: number };

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
  const { ids, types, schemaVersions, checkedSchemas, documents } = batchArrays(events);
  const { rows } = await client.query<AnswerRow>({
    name: 'ledger.append',
    text: 'SELECT outcome, last_position, head, known::text[] FROM ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      stream,
      versionNumber(expected),
      ids,
      types,
      schemaVersions,
      checkedSchemas,
      `[${documents}]`,
      context.correlationId ?? null,
      context.causationId ?? null,
    ],
  });
  const [row] = rows;
  if (row === undefined) throw new Error(`ledger.append gave no answer for stream ${stream}`);
  return appendResult(row);
}

/** As SQL wants it: null for any. */
export function versionNumber(expected: ExpectedVersion): number | null {
  if (expected === 'any') return null;
  return expected === 'no_stream' ? 0 : expected;
}

export function appendResult(row: AnswerRow): AppendResult {
  if (row.outcome === 'duplicate') return { outcome: 'duplicate' };
  if (row.outcome === 'conflict') return { outcome: 'conflict', actualVersion: row.head };
  return { outcome: 'appended', lastPosition: BigInt(row.last_position), streamVersion: row.head, duplicateIds: row.known ?? [] };
}

import type { NewEvent } from '@newsledger/events';
import type pg from 'pg';
import {
  type AnswerRow,
  type AppendContext,
  type AppendResult,
  appendResult,
  type ExpectedVersion,
  versionNumber,
} from './appendEvents.ts';
import { batchArrays } from './batchArrays.ts';

/** A batch for one of several streams. */
export interface StreamBatch {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly events: readonly NewEvent[];
  readonly context?: AppendContext | undefined;
}

/**
 * Adds batches to the ends of several streams in one round trip and one transaction. Each batch has a result of its own, in the order
 * given: as `appendEvents` would have said, had it come alone. Batches to one stream are added in the order given.
 */
export async function appendMany(client: pg.Pool | pg.ClientBase, batches: readonly StreamBatch[]): Promise<AppendResult[]> {
  const results: AppendResult[] = batches.map(() => ({ outcome: 'duplicate' }));
  // An empty batch says nothing new.
  const said = batches.flatMap((batch, place) =>
    batch.events.length === 0 ? [] : [{ ...batch, place, arrays: batchArrays(batch.events) }],
  );
  if (said.length === 0) return results;
  const { rows } = await client.query<AnswerRow & { batch: number }>({
    name: 'ledger.append_many',
    text: `SELECT batch, outcome, last_position, head, known::text[]
             FROM ledger.append_many($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      said.map(({ stream }) => stream),
      said.map(({ expected }) => versionNumber(expected)),
      said.map(({ arrays }) => arrays.types.length),
      joined(said.map(({ arrays }) => arrays.ids)),
      said.flatMap(({ arrays }) => arrays.types),
      joined(said.map(({ arrays }) => arrays.schemaVersions)),
      joined(said.map(({ arrays }) => arrays.checkedSchemas)),
      `[${said.map(({ arrays }) => `[${arrays.documents}]`).join()}]`,
      said.map(({ context }) => context?.correlationId ?? null),
      said.map(({ context }) => context?.causationId ?? null),
    ],
  });
  for (const row of rows) {
    const batch = said[row.batch - 1];
    if (batch === undefined) throw new RangeError(`ledger.append_many answered about batch ${row.batch} of ${said.length}`);
    results[batch.place] = appendResult(row);
  }
  return results;
}

/** One array of PostgreSQL's out of several. */
function joined(arrays: readonly string[]): string {
  return `{${arrays.map((array) => array.slice(1, -1)).join()}}`;
}

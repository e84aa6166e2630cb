import { randomUUID } from 'node:crypto';
import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { KeptFold } from './load/keptFold.ts';

/**
 * Makes what folds events, in order, into the read models, batch by batch: reads what they can touch, applies them one by one in memory, writes
 * what changed. The result, history included, is the same however the log is cut into batches. Call it inside a transaction.
 *
 * What it read and wrote for one batch it keeps for the next, unless somebody else has folded anything since then, or its transaction came to
 * nothing: each batch leaves a mark in the tables.
 */
export function createFolder(): (client: pg.ClientBase, events: readonly AnyRecordedEvent[]) => Promise<void> {
  const kept = new KeptFold(null);
  return async (client, events) => {
    if (events.length === 0) return;
    // Whatever goes wrong from here on leaves nothing to go on from.
    await kept.fold(client, events, await takeTurn(client));
  };
}

/** Leaves a mark, and says who left one before. */
async function takeTurn(client: pg.ClientBase): Promise<{ turn: string; before: string; generation: number }> {
  const turn = randomUUID();
  const { rows } = await client.query<{ before: string; generation: number }>(
    'UPDATE projection.folding SET turn = $1 RETURNING old.turn AS before, (SELECT current FROM projection.generation) AS generation',
    [turn],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('projection.folding has no row: the read models were not migrated');
  return { turn, ...row };
}

import { randomUUID } from 'node:crypto';
import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { foldEvent } from './fold/foldEvent.ts';
import { areNews } from './load/areNews.ts';
import { foldLoaded, foldOn } from './load/foldLoaded.ts';
import type { AtHand } from './load/loadState.ts';
import { saveState } from './save/saveState.ts';

/** Beyond so many claims or articles what is at hand is let go, and loaded again as it is needed: some 300 MB. */
const MOST_AT_HAND = 40_000;

interface Kept {
  readonly atHand: AtHand;
  /** What the tables say of whoever folded last. */
  readonly turn: string;
  readonly generation: number;
}

/**
 * Makes what folds events, in order, into the read models, batch by batch: reads what they can touch, applies them one by one in memory, writes
 * what changed. The result, history included, is the same however the log is cut into batches. Call it inside a transaction.
 *
 * What it read and wrote for one batch it keeps for the next, unless somebody else has folded anything since then, or its transaction came to
 * nothing: each batch leaves a mark in the tables.
 */
export function createFolder(): (client: pg.ClientBase, events: readonly AnyRecordedEvent[]) => Promise<void> {
  let kept: Kept | null = null;
  return async (client, events) => {
    if (events.length === 0) return;
    const last = kept;
    // Whatever goes wrong from here on leaves nothing to go on from.
    kept = null;
    const { turn, before, generation } = await takeTurn(client);
    const canGoOn = last !== null && last.turn === before && last.generation === generation && areNews(events);
    const atHand =
      canGoOn && (await foldOn(client, last.atHand, events, foldEvent)) ? last.atHand : await foldLoaded(client, events, foldEvent);
    const { state } = atHand;
    await saveState(client, state);
    state.changed.forget();
    const isSmall = Math.max(state.claims.size, state.articles.size) < MOST_AT_HAND;
    if (isSmall && areNews(events)) kept = { atHand, turn, generation };
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

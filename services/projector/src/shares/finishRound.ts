import { type EventStore, lockCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import { closeRound, createShareFolder, giveUpRound, PROJECTOR, REST, readRound } from '@newsledger/read-models';
import type pg from 'pg';
import { createRoundReader } from './createRoundReader.ts';
import { keepShares } from './keepShares.ts';

/**
 * Brings the last round of a leader that died to its end: one that was decided is kept by all shares, whoever of them is left, and any other one is
 * given up. To be called by whoever leads now, whether he has shares or not, before his first batch.
 */
export async function finishRound(client: pg.PoolClient, pool: pg.Pool, store: EventStore): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    const position = await lockCheckpoint(client, PROJECTOR);
    // The server may still be about to do what the one before asked for last, and that was to decide: from here on it can't.
    await giveUpRound(pool);
    const round = await readRound(client);
    if (round.stage === 'decided' && round.after === position) {
      const events = await createRoundReader(store)(round);
      await keepShares(pool, round, events);
      await createShareFolder(REST, round.shares)(client, round, events);
      await saveCheckpoint(client, PROJECTOR, round.upTo);
    }
    await closeRound(client);
    // Whoever folded all keys when rounds began may be the one who does so again: what he kept is no longer what the tables hold.
    await client.query('UPDATE projection.folding SET turn = gen_random_uuid()');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

import { type EventStore, lockCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import { closeRound, createShareFolder, mayKeep, PROJECTOR, REST, type Round, readRound } from '@newsledger/read-models';
import type pg from 'pg';
import { createRoundReader } from './createRoundReader.ts';

/**
 * Brings the last round of a leader that died to its end: one that was decided is kept by all shares, whoever of them is left, and any other one is
 * given up. To be called by whoever leads now, whether he has shares or not, before his first batch.
 */
export async function finishRound(client: pg.PoolClient, pool: pg.Pool, store: EventStore): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    const position = await lockCheckpoint(client, PROJECTOR);
    const round = await readRound(client);
    if (round.stage === 'decided' && round.after === position) {
      await keepAll(client, pool, store, round);
      await saveCheckpoint(client, PROJECTOR, round.upTo);
    }
    if (round.stage !== 'closed') await closeRound(client);
    // Whoever folded all keys when rounds began may be the one who does so again: what he kept is no longer what the tables hold.
    await client.query('UPDATE projection.folding SET turn = gen_random_uuid()');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function keepAll(client: pg.PoolClient, pool: pg.Pool, store: EventStore, round: Round): Promise<void> {
  const events = await createRoundReader(store)(round);
  for (let share = REST + 1; share <= round.shares; share++) await keepShare(pool, share, round, events);
  await createShareFolder(REST, round.shares)(client, round, events);
}

/** Does nothing where the share was kept; waits for whoever is about to. */
async function keepShare(pool: pg.Pool, share: number, round: Round, events: readonly AnyRecordedEvent[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const isFolded = await createShareFolder(share, round.shares)(client, round, events);
    await client.query(isFolded && (await mayKeep(client, round.number)) ? 'COMMIT' : 'ROLLBACK');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

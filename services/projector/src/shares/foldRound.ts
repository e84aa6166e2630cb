import { isOfTheEvents } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import { digestOf, mayKeep, type Round, readRound, type ShareFolder, vote } from '@newsledger/read-models';
import type pg from 'pg';
import type { RoundReader } from './createRoundReader.ts';
import { cutOff } from './cutOff.ts';
import type { Hints } from './hints.ts';

/** How often to ask what became of the round when no hint comes. */
const ASK_EVERY_MS = 50;

interface RoundOptions {
  readonly pool: pg.Pool;
  readonly share: number;
  readonly fold: ShareFolder;
  readonly read: RoundReader;
  /** Given when a round begins or is decided. */
  readonly rounds: Hints;
  readonly signal: AbortSignal;
}

/**
 * Folds a share's part of a round: writes its rows, votes, and keeps them once the round is decided. Of a round that is decided already, in which
 * whoever held the share died, it keeps them at once.
 * @returns resolves when the round holds nothing more to do for the share.
 * @throws what went wrong that is no fault of the events, so that it may be tried again.
 */
export async function foldRound({ pool, share, fold, read, rounds, signal }: RoundOptions, round: Round): Promise<void> {
  const events = await read(round);
  // What was decided was read the same by this share once; what was erased since then has no effect any more.
  if (round.stage === 'open' && digestOf(events) !== round.digest) {
    await vote(pool, share, round.number, 'its events are no longer those that the round was opened for');
    return;
  }
  const client = await pool.connect();
  let isBroken = false;
  const ignore = () => {};
  client.on('error', ignore);
  try {
    await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; ${cutOff('LOCAL')}`);
    if (!(await foldOrVote(client, { pool, share, fold }, round, events))) {
      await client.query('ROLLBACK');
      return;
    }
    if (round.stage === 'open') await vote(pool, share, round.number, null);
    const isDecided = await rounds.until(() => outcomeOf(client, round.number), ASK_EVERY_MS, signal);
    await client.query(isDecided && (await mayKeep(client, round.number)) ? 'COMMIT' : 'ROLLBACK');
  } catch (error) {
    isBroken = true;
    throw error;
  } finally {
    client.off('error', ignore);
    // Closing the connection undoes everything, whatever state it is in.
    client.release(isBroken);
  }
}

/** @returns whether the rows are written and may be kept. */
async function foldOrVote(
  client: pg.PoolClient,
  { pool, share, fold }: Pick<RoundOptions, 'pool' | 'share' | 'fold'>,
  round: Round,
  events: readonly AnyRecordedEvent[],
): Promise<boolean> {
  try {
    return await fold(client, round, events);
  } catch (error) {
    if (round.stage !== 'open' || !isOfTheEvents(error)) throw error;
    // Fails here if the connection is what is wrong.
    await client.query('ROLLBACK');
    await vote(pool, share, round.number, error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Null while the round is open. */
async function outcomeOf(client: pg.PoolClient, number: bigint): Promise<boolean | null> {
  const round = await readRound(client);
  if (round.number !== number || round.stage === 'closed') return false;
  return round.stage === 'decided' ? true : null;
}

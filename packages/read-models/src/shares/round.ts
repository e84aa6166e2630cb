import { hash } from 'node:crypto';
import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { REST } from './keyShare.ts';

/** Who folds shares listens here for rounds that begin or are decided; the payload is empty, since it is only a hint to look. */
export const ROUND_CHANNEL = 'projection_round';

/** Who leads listens here for what became of shares. */
export const VOTE_CHANNEL = 'projection_vote';

/** A stretch of the log that all shares fold before any of them keeps it. */
export interface Round {
  /** Counts them. */
  readonly number: bigint;
  /** `open`: nothing of it is kept so far, and nothing may ever be; `decided`: every share could fold it, so each keeps it. */
  readonly stage: 'closed' | 'open' | 'decided';
  /** How many shares there are, the rest not counted. */
  readonly shares: number;
  /** Its events come after this position. */
  readonly after: bigint;
  readonly upTo: bigint;
  /** What `digestOf` gave for its events. */
  readonly digest: string;
}

type Database = pg.Pool | pg.ClientBase;

/** The round at hand, or the last one. */
export async function readRound(database: Database): Promise<Round> {
  const { rows } = await database.query<Omit<Round, 'number' | 'after' | 'upTo'> & Record<'number' | 'after' | 'upTo', string>>({
    name: 'read-models.read_round',
    text: 'SELECT number, stage, shares, from_position AS after, to_position AS "upTo", digest FROM projection.round',
  });
  const [row] = rows;
  if (row === undefined) throw new Error('projection.round has no row: the read models were not migrated');
  return { ...row, number: BigInt(row.number), after: BigInt(row.after), upTo: BigInt(row.upTo) };
}

/** Events whose types are others than before have been erased since. */
export function digestOf(events: readonly AnyRecordedEvent[]): string {
  return hash('sha1', events.map(({ position, type }) => `${position} ${type}`).join('\n'));
}

/**
 * Begins a round, from the checkpoint on; all shares are there then. To be called by whoever keeps others from the checkpoint, but not in the
 * transaction that does so: everybody is to see it at once.
 * @returns its number.
 * @throws when the round before was decided and is not closed.
 */
export async function openRound(pool: pg.Pool, { shares, after, upTo, digest }: Omit<Round, 'number' | 'stage'>): Promise<bigint> {
  const { rows } = await pool.query<{ number: string }>({
    name: 'read-models.open_round',
    // Rows that are right already are not touched: somebody may still hold one for a round that came to nothing.
    text: `WITH opened AS (
             UPDATE projection.round
                SET number = number + 1, stage = 'open', shares = $1, from_position = $2, to_position = $3, digest = $4
              WHERE stage <> 'decided'
             RETURNING number
           ), gone AS (
             DELETE FROM projection.share USING opened WHERE share > $1
           ), moved AS (
             UPDATE projection.share SET position = $2 FROM opened WHERE share <= $1 AND position <> $2
           ), added AS (
             INSERT INTO projection.share (share, position, turn)
             SELECT wanted.share, $2, gen_random_uuid() FROM opened, generate_series(${REST}, $1) AS wanted (share)
              WHERE NOT EXISTS (SELECT FROM projection.share AS known WHERE known.share = wanted.share)
           )
           SELECT number, pg_notify('${ROUND_CHANNEL}', '') FROM opened`,
    values: [shares, after, upTo, digest],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('a round of the projectors was decided and is not closed yet');
  return BigInt(row.number);
}

/**
 * Says what became of a share in a round: null when its rows are written and wait to be kept. Not in the transaction that wrote them. Who was
 * thought dead and wakes in a later round says nothing any more.
 */
export async function vote(pool: pg.Pool, share: number, round: bigint, failure: string | null): Promise<void> {
  await pool.query({
    name: 'read-models.vote',
    text: `WITH voted AS (
             INSERT INTO projection.vote (share, round, failure) VALUES ($1, $2, $3)
             ON CONFLICT (share) DO UPDATE SET round = excluded.round, failure = excluded.failure
              WHERE vote.round <= excluded.round
           )
           SELECT pg_notify('${VOTE_CHANNEL}', '')`,
    values: [share, round, failure],
  });
}

interface Votes {
  /** Whether the round is the one at hand, and open: otherwise nobody votes any more. */
  readonly isOpen: boolean;
  /** How many shares could fold the round. */
  readonly ready: number;
  /** Why one of them can't; null when none failed. */
  readonly failure: string | null;
}

export async function readVotes(database: Database, round: bigint): Promise<Votes> {
  const { rows } = await database.query<Votes>({
    name: 'read-models.read_votes',
    text: `SELECT EXISTS (SELECT FROM projection.round WHERE number = $1 AND stage = 'open') AS "isOpen",
                  count(*) FILTER (WHERE failure IS NULL)::int AS ready,
                  min('share ' || share || ': ' || failure) AS failure
             FROM projection.vote
            WHERE round = $1`,
    values: [round],
  });
  return rows[0] ?? { isOpen: false, ready: 0, failure: null };
}

/** Has all shares keep an open round: from here on there is no way back. @returns false when it is not open any more. */
export async function decideRound(pool: pg.Pool, round: bigint): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'read-models.decide_round',
    text: `WITH decided AS (
             UPDATE projection.round SET stage = 'decided' WHERE number = $1 AND stage = 'open' RETURNING number
           )
           SELECT pg_notify('${ROUND_CHANNEL}', '') FROM decided`,
    values: [round],
  });
  return rows.length === 1;
}

/** Ends a round that is open, so that no share keeps anything of it any more; one that was decided meanwhile goes on. */
export async function giveUpRound(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE projection.round SET stage = 'closed' WHERE stage = 'open'`);
}

/**
 * Has nobody write to any share until the caller's transaction ends, for whoever makes the tables otherwise. To be called after `lockCheckpoint`:
 * an open round is given up then, and whoever keeps his rows of one that was decided is waited for.
 */
export async function keepSharesOut(client: pg.ClientBase, pool: pg.Pool): Promise<void> {
  await giveUpRound(pool);
  await client.query('SELECT FROM projection.share ORDER BY share FOR UPDATE');
}

/** Ends a round that is over for all shares, or whose rows are replaced. After `lockCheckpoint`, in the same transaction. */
export async function closeRound(client: pg.ClientBase): Promise<void> {
  await client.query(`UPDATE projection.round SET stage = 'closed' WHERE stage <> 'closed'`);
}

/** How many of the shares by key have kept the round that ends at a position. */
export async function countKept(database: Database, upTo: bigint): Promise<number> {
  const { rows } = await database.query<{ kept: number }>({
    name: 'read-models.count_kept',
    text: `SELECT count(*)::int AS kept FROM projection.share WHERE share <> ${REST} AND position = $1`,
    values: [upTo],
  });
  return rows[0]?.kept ?? 0;
}

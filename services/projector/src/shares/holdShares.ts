import { holdSession } from '@newsledger/event-store';
import { ROUND_CHANNEL, type Round, readRound, SHARE_LOCKS, VOTE_CHANNEL } from '@newsledger/read-models';
import type pg from 'pg';
import { fairPart } from './fairPart.ts';

/**
 * A session that is silent for so long is ended by the server, whatever became of its process: one that was stopped, or is busy for longer than
 * this, holds no share any more. It loses nothing but the share then, since rows are kept by their own transactions.
 */
const SILENT_FOR = '5s';

/** What is known after a look. */
interface Holding {
  readonly round: Round;
  /** The shares that this process holds. */
  readonly held: ReadonlySet<number>;
}

/** Shares of the tables that are held by one session, side by side with those of other processes. */
export interface HeldShares {
  /**
   * Takes shares that nobody holds, and lets go of shares that others may hold, until this process has its fair part.
   * @param isBusy shares that can't be let go of now.
   */
  look(isBusy: (share: number) => boolean): Promise<Holding>;
  /** Lets go of everything. */
  close(): void;
}

/** @param onHint told the channel when a round begins or is decided, or something became of a share. */
export async function holdShares(pool: pg.Pool, onHint: (channel: string) => void): Promise<HeldShares> {
  const client = await pool.connect();
  // A broken connection shows in the next query; without a listener it would end the process.
  client.on('error', () => {});
  client.on('notification', ({ channel }) => onHint(channel));
  const held = new Set<number>();
  try {
    const own = await join(client);
    return {
      look: async (isBusy) => {
        const round = await readRound(client);
        const { members, taken } = await readHolders(client);
        const part = fairPart(round.shares, members, own);
        await letGo(client, held, (share) => !isBusy(share) && (share > round.shares || held.size > part));
        await take(client, held, round.shares === 1 ? [] : numbersTo(round.shares).filter((share) => !taken.has(share)), part);
        return { round, held };
      },
      close: () => client.release(true),
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Says that this process may hold shares. @returns the number of its session. */
async function join(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid, pg_advisory_lock_shared($1, 0)', [SHARE_LOCKS]);
  const pid = rows[0]?.pid ?? 0;
  await holdSession(client, pid);
  await client.query(`SET idle_session_timeout = '${SILENT_FOR}'; LISTEN ${ROUND_CHANNEL}; LISTEN ${VOTE_CHANNEL}`);
  return pid;
}

async function readHolders(client: pg.PoolClient): Promise<{ members: number[]; taken: Set<number> }> {
  const { rows } = await client.query<{ share: number; pid: number }>({
    name: 'projector.share_holders',
    text: `SELECT objid::int AS share, pid
             FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = ${SHARE_LOCKS}
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  });
  return {
    members: rows.flatMap(({ share, pid }) => (share === 0 ? pid : [])),
    taken: new Set(rows.flatMap(({ share }) => (share === 0 ? [] : share))),
  };
}

async function letGo(client: pg.PoolClient, held: Set<number>, isToGo: (share: number) => boolean): Promise<void> {
  for (const share of [...held]) {
    if (!isToGo(share)) continue;
    await client.query('SELECT pg_advisory_unlock($1, $2)', [SHARE_LOCKS, share]);
    held.delete(share);
  }
}

async function take(client: pg.PoolClient, held: Set<number>, free: readonly number[], part: number): Promise<void> {
  for (const share of free) {
    if (held.size >= part) return;
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [SHARE_LOCKS, share]);
    if (rows[0]?.locked) held.add(share);
  }
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

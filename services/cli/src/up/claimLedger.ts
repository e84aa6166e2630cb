import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openClient } from '@newsledger/platform';
import type pg from 'pg';
import { UsageError } from '../usageError.ts';

/** Any number that nobody else locks: "newsledger up" in a phone's keypad. */
const UP_LOCK = 639_753_343;

/** The server may need a moment to notice that a killed process is gone, in milliseconds. */
const PATIENCE_MS = 3_000;
const ASK_EVERY_MS = 250;

/** What PostgreSQL keeps of an application's name, in bytes; it cuts the rest off with a notice. */
const MAX_NAME = 63;

/** One `up` has it. */
export interface LedgerClaim {
  readonly giveBack: () => Promise<void>;
}

/**
 * Makes sure that one `up` runs on a ledger, or what none may run beside. The lock goes with its connection, so a killed process leaves none behind; the connection's name
 * tells others whose it is.
 * @param command who claims it, as others are told.
 * @throws {UsageError} when another `up` runs already, saying which and since when.
 */
export async function claimLedger(url: string, signal: AbortSignal, command = 'up'): Promise<LedgerClaim> {
  const client = await openClient({ url, name: `newsledger ${command}, process ${process.pid} on ${hostname()}`.slice(0, MAX_NAME) });
  const deadline = performance.now() + PATIENCE_MS;
  try {
    do {
      const { rows } = await client.query<{ won: boolean }>('SELECT pg_try_advisory_lock($1) AS won', [UP_LOCK]);
      if (rows[0]?.won === true) return { giveBack: () => client.end() };
      await sleep(ASK_EVERY_MS, undefined, { signal });
    } while (performance.now() < deadline);
    throw new UsageError(
      `This ledger is taken: ${await describeHolder(client)}. Stop that one first, or give this one a folder of its own with --data-dir.`,
    );
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Whether an `up` runs on the ledger. */
export async function isClaimed(pool: pg.Pool): Promise<boolean> {
  return (await findHolder(pool)) !== null;
}

interface Holder {
  readonly name: string;
  readonly since: Date;
}

async function findHolder(client: pg.Pool | pg.Client): Promise<Holder | null> {
  const { rows } = await client.query<Holder>(
    `SELECT application_name AS name, backend_start AS since
       FROM pg_locks
       JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = $1
        AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [UP_LOCK],
  );
  return rows[0] ?? null;
}

async function describeHolder(client: pg.Client): Promise<string> {
  const holder = await findHolder(client);
  if (holder === null) return 'another "newsledger up" runs on it';
  return `${holder.name} has it since ${holder.since.toISOString().replace(/\.\d+Z$/, 'Z')}`;
}

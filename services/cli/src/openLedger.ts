import { interruptibly, unlessAborted } from '@newsledger/platform';
import type pg from 'pg';
import { type DatabaseChoice, type OpenDatabase, openDatabase } from './database.ts';
import { UsageError } from './usageError.ts';

/**
 * Runs `work` on an open ledger, and closes it whatever happens: Ctrl-C or a closed pipe, too, leave no server behind. The embedded ledger is
 * brought up to date first; a PostgreSQL of the user's is not touched, since only `newsledger migrate` and `up` may change it.
 * @throws {UsageError} when that PostgreSQL holds no ledger yet.
 * @throws {Interrupted} when the process was asked to end.
 */
export function withLedger<T>(choice: DatabaseChoice, work: (ledger: OpenDatabase, signal: AbortSignal) => Promise<T>): Promise<T> {
  return withDatabase(choice, async (database, signal) => {
    if (choice.postgresUrl === null && !choice.postgresDirectUrl) await (await import('./migrateLedger.ts')).migrateLedger(database.pool);
    else await requireLedger(database.pool);
    return work(database, signal);
  });
}

/**
 * Does so with the ledger's database as it is, which may hold no ledger yet.
 * @param work is told by the signal when the process shall end, and has half a second then.
 */
export function withDatabase<T>(choice: DatabaseChoice, work: (database: OpenDatabase, signal: AbortSignal) => Promise<T>): Promise<T> {
  return interruptibly(async (signal) => {
    const database = await openDatabase(choice, { signal });
    try {
      return await unlessAborted(signal, work(database, signal));
    } finally {
      await database.close({ isHurried: signal.aborted });
    }
  });
}

async function requireLedger(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('newsledger.figures') IS NOT NULL AS there`);
  if (rows[0]?.there !== true)
    throw new UsageError('The database that NEWSLEDGER_POSTGRES_URL names holds no ledger yet. Run "newsledger migrate" first.');
}

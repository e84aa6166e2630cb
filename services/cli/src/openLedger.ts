import type pg from 'pg';
import { type DatabaseChoice, type OpenDatabase, openDatabase } from './database.ts';
import { UsageError } from './usageError.ts';

/**
 * Opens the ledger for a command. The embedded one is brought up to date first; a PostgreSQL of the user's is not touched, since only
 * `newsledger migrate` and `up` may change it.
 * @throws {UsageError} when that PostgreSQL holds no ledger yet.
 */
export async function openLedger(choice: DatabaseChoice): Promise<OpenDatabase> {
  const database = await openDatabase(choice);
  try {
    if (choice.postgresUrl === null) await (await import('./migrateLedger.ts')).migrateLedger(database.pool);
    else await requireLedger(database.pool);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Runs `work` on an open ledger, and closes it whatever happens. */
export async function withLedger<T>(choice: DatabaseChoice, work: (ledger: OpenDatabase) => Promise<T>): Promise<T> {
  const ledger = await openLedger(choice);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function requireLedger(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('newsledger.figures') IS NOT NULL AS there`);
  if (rows[0]?.there !== true)
    throw new UsageError('The database that NEWSLEDGER_POSTGRES_URL names holds no ledger yet. Run "newsledger migrate" first.');
}

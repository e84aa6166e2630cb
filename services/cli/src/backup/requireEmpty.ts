import type pg from 'pg';
import type { BackupHeader } from './backupFormat.ts';
import { appliedMigrations } from './describeLedger.ts';
import { type KeptTable, listKeptTables } from './keptTables.ts';
import { NotEmptyError } from './notEmptyError.ts';

const ANOTHER =
  'Restore into a database of its own: make one by createdb and name it by NEWSLEDGER_POSTGRES_URL, or name a new folder by --data-dir.';

/** Checkpoints of an empty log say nothing: a start writes some. */
const SAYS_NOTHING = 'ledger.checkpoints';

/**
 * Lets a database pass in which no table that a backup fills has a row.
 * @returns these tables; none where there is no ledger yet.
 * @throws {NotEmptyError} otherwise.
 */
export async function requireEmpty(client: pg.ClientBase): Promise<readonly KeptTable[]> {
  const tables = await listKeptTables(client);
  const filled = await filledTables(
    client,
    tables.filter(({ name }) => name !== SAYS_NOTHING),
  );
  if (filled.length === 0) return tables;
  if (filled.includes('ledger.events') && !(await areTablesMade(client)))
    throw new NotEmptyError(
      `This database holds a log that was restored, and a restore that ended before the tables were made from it. "newsledger migrate" makes them.`,
    );
  throw new NotEmptyError(`This database holds a ledger already: there are rows in ${filled.join(', ')}. ${ANOTHER}`);
}

/**
 * Lets a database pass whose schemas are not ahead of the backup's: migrations only go forward, and the backup's rows have to go along.
 * @throws {NotEmptyError} otherwise.
 */
export async function requireNotAhead(client: pg.ClientBase, { migrations }: BackupHeader): Promise<void> {
  for (const [schema, applied] of Object.entries(await appliedMigrations(client)))
    if (applied.length > (migrations[schema]?.length ?? 0))
      throw new NotEmptyError(
        `The backup is of an older release, and schema ${schema} of this database was made by a newer one. ${ANOTHER} Don't run "newsledger migrate" before.`,
      );
}

async function filledTables(client: pg.ClientBase, tables: readonly KeptTable[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const { rows } = await client.query<{ filled: string[] }>(
    `SELECT array_remove(ARRAY[${tables.map(({ sql }, index) => `CASE WHEN EXISTS (SELECT FROM ${sql}) THEN $${index + 1} END`).join(', ')}], NULL) AS filled`,
    tables.map(({ name }) => name),
  );
  return rows[0]?.filled ?? [];
}

async function areTablesMade(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('projection.made_by') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) return true;
  return (await client.query('SELECT FROM projection.made_by')).rowCount !== 0;
}

import pg from 'pg';
import { type BackupHeader, FORMAT, FORMAT_VERSION } from './backupFormat.ts';
import { readSequences } from './keptSequences.ts';
import type { KeptTable } from './keptTables.ts';
import { knownMigrations } from './knownMigrations.ts';

/** The header of a backup of what the transaction's snapshot shows. */
export async function describeLedger(client: pg.ClientBase, tables: readonly KeptTable[]): Promise<BackupHeader> {
  const rows: Record<string, number> = {};
  for (const { name, sql } of tables) {
    const counted = await client.query<{ count: string }>(`SELECT count(*) FROM ${sql}`);
    rows[name] = Number(counted.rows[0]?.count);
  }
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    takenAt: new Date().toISOString(),
    certainty: await readCertainty(client),
    migrations: await appliedMigrations(client),
    sequences: await readSequences(client),
    rows,
  };
}

/** What was applied to each schema, in its order; a schema that is not there has none. */
export async function appliedMigrations(client: pg.ClientBase): Promise<BackupHeader['migrations']> {
  const applied: BackupHeader['migrations'] = {};
  for (const schema of Object.keys(await knownMigrations())) {
    const table = `${pg.escapeIdentifier(schema)}.migrations`;
    applied[schema] = (await isThere(client, table))
      ? (await client.query<{ name: string; checksum: string }>(`SELECT name, checksum FROM ${table} ORDER BY version`)).rows
      : [];
  }
  return applied;
}

async function readCertainty(client: pg.ClientBase): Promise<number | null> {
  // Ledgers of early releases have no such table, or no such column.
  if (!(await isThere(client, 'projection.made_by'))) return null;
  const { rows } = await client.query<{ certainty: number | null }>(
    `SELECT (to_jsonb(made_by) ->> 'asked_for')::float8 AS certainty FROM projection.made_by`,
  );
  return rows[0]?.certainty ?? null;
}

async function isThere(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  return rows[0]?.there === true;
}

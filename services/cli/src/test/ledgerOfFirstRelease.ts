import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations } from '@newsledger/event-store';
import { openPool } from '@newsledger/platform';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { migrationSources } from '../backup/knownMigrations.ts';

/**
 * Every row of a small ledger as an older release made it: before claims had a certainty, so that its events are of older versions, too. It tells
 * of invented companies.
 */
const fixture = path.join(import.meta.dirname, 'ledger-of-first-release.jsonl');

type Row = Readonly<Record<string, unknown>>;

/** Rows by the name of their table, `ledger.events`; which migrations were applied is among them. */
export async function readFirstRelease(): Promise<Readonly<Record<string, readonly Row[]>>> {
  const lines: { table: string; row: Row }[] = (await readFile(fixture, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return Object.fromEntries(
    Object.entries(Object.groupBy(lines, ({ table }) => table)).map(([table, ofTable = []]) => [table, ofTable.map(({ row }) => row)]),
  );
}

/** A database that holds this ledger, with the schemas of its release. */
export function createLedgerOfFirstRelease(): Promise<TestDatabase> {
  return createTestDatabase('ledger_of_first_release', fillAsFirstRelease);
}

/** Makes the ledger in an empty database. */
export async function fillAsFirstRelease(url: string): Promise<void> {
  const rows = await readFirstRelease();
  const pool = openPool({ url });
  for (const source of migrationSources) await runMigrations(pool, { ...source, upTo: rows[`${source.schema}.migrations`]?.length ?? 0 });
  for (const [table, ofTable] of Object.entries(rows)) if (!table.endsWith('.migrations')) await insert(pool, table, ofTable);
  await pool.end();
}

/** Without the columns that PostgreSQL fills by itself. */
async function insert(pool: pg.Pool, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await pool.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

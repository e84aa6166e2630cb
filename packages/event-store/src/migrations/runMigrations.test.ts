import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestLog } from '../test/testLog.ts';
import { migrateEventStore } from './migrateEventStore.ts';
import { DatabaseNewerError, MigrationError, runMigrations } from './runMigrations.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestLog();
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-migrations-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await database.close();
});

test('migrations are applied in order, and only once', async () => {
  await write('0001-table.sql', 'CREATE TABLE sample.t (n int)');
  await migrate();
  await write('0002-row.sql', 'INSERT INTO sample.t VALUES (1)');
  await migrate();
  await migrate();

  expect((await database.pool.query('SELECT n FROM sample.t')).rows).toEqual([{ n: 1 }]);
  expect((await database.pool.query('SELECT version, name FROM sample.migrations ORDER BY version')).rows).toEqual([
    { version: 1, name: '0001-table.sql' },
    { version: 2, name: '0002-row.sql' },
  ]);
});

test('processes that start together take turns', async () => {
  await write('0001-table.sql', 'CREATE TABLE sample.t (n int); INSERT INTO sample.t VALUES (1)');

  await Promise.all(Array.from({ length: 8 }, migrate));

  expect((await database.pool.query('SELECT n FROM sample.t')).rows).toEqual([{ n: 1 }]);
});

test('a database newer than the code is refused', async () => {
  await write('0001-table.sql', 'CREATE TABLE sample.t (n int)');
  await write('0002-newer.sql', 'SELECT 1');
  await migrate();
  await rm(path.join(folder, '0002-newer.sql'));

  await expect(migrate()).rejects.toThrow(DatabaseNewerError);
  await expect(migrate()).rejects.toThrow(/0002-newer\.sql.*Run the newer release/);
});

test('an event log newer than the code is refused', async () => {
  await database.pool.query("INSERT INTO ledger.migrations VALUES (99, '0099-future.sql', '')");

  await expect(migrateEventStore(database.pool)).rejects.toThrow(DatabaseNewerError);
});

test('a file that was edited after it was applied is refused', async () => {
  await write('0001-table.sql', 'CREATE TABLE sample.t (n int)');
  await migrate();
  await write('0001-table.sql', 'CREATE TABLE sample.t (n bigint)');

  await expect(migrate()).rejects.toThrow(MigrationError);
});

test('a migration that fails leaves nothing, neither itself nor those before it, and is named', async () => {
  await write('0001-table.sql', 'CREATE TABLE sample.t (n int)');
  await write('0002-broken.sql', 'CREATE TABLE sample.u (n int); SELECT 1 / 0');

  await expect(migrate()).rejects.toThrow(/0002-broken\.sql can't be applied to schema sample: division by zero/);

  expect((await database.pool.query("SELECT FROM pg_namespace WHERE nspname = 'sample'")).rowCount).toBe(0);
});

test('a gap in the numbers is refused', async () => {
  await write('0001-table.sql', 'SELECT 1');
  await write('0003-gap.sql', 'SELECT 1');

  await expect(migrate()).rejects.toThrow(/0003-gap\.sql should be number 2/);
});

function migrate(): Promise<void> {
  return runMigrations(database.pool, { schema: 'sample', folder });
}

function write(name: string, sql: string): Promise<void> {
  return writeFile(path.join(folder, name), sql);
}

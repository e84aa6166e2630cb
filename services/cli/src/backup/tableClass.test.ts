import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateLedger } from '../migrateLedger.ts';
import { listKeptTables } from './keptTables.ts';
import { classOfTable } from './tableClass.ts';

let database: TestDatabase;
let tables: readonly { schema: string; name: string }[];

beforeAll(async () => {
  database = await createTestDatabase('whole_ledger', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateLedger(pool);
    await pool.end();
  });
  const { rows } = await database.pool.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name
       FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  tables = rows;
}, 120_000);
afterAll(() => database.close());

it('no table that the migrations make is forgotten: each is backed up, derived from the log, disposable, or made by the release', () => {
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter(({ schema, name }) => classOfTable(schema, name) === 'foreign')).toEqual([]);
});

it('each table that is derived from the log is one that a rebuild fills, by its generation', async () => {
  const derived = tables.filter(({ schema, name }) => classOfTable(schema, name) === 'derived');
  const { rows } = await database.pool.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.columns WHERE column_name = 'generation' AND table_schema LIKE 'generation%'`,
  );

  expect(derived.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual(rows.map(({ schema, name }) => `${schema}.${name}`).sort());
});

it('what can not be had again is backed up', async () => {
  const client = await database.pool.connect();
  const kept = await listKeptTables(client).finally(() => client.release());

  expect(kept.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'ledger.captures',
      'ledger.checkpoints',
      'ledger.erased_captures',
      'ledger.erasures',
      'ledger.events',
      'ledger.parked_events',
      'model.usage',
      'polling.entry_place',
      'polling.listed_entry',
      'polling.poll_state',
      'polling.site_file',
      'polling.websub',
      'work.article_state',
      'work.pending_work',
    ]),
  );
  expect(kept.find(({ name }) => name === 'ledger.events')?.columns).toEqual(expect.arrayContaining(['position', 'stream', 'data']));
});

it('tables of others in the same database are none of its business', () => {
  expect(classOfTable('public', 'recipes')).toBe('foreign');
});

import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateForTests } from './migrateForTests.ts';

let database: TestDatabase;
let reader: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  await database.pool.query("ALTER ROLE newsledger_reader LOGIN PASSWORD 'it''s secret'");
  const url = new URL(database.url);
  url.username = 'newsledger_reader';
  url.password = encodeURIComponent("it's secret");
  reader = new pg.Pool({ connectionString: url.toString() });
});
afterAll(async () => {
  await reader.end();
  await database.close();
});

it('comments every view, column and function of the public schema', async () => {
  const { rows } = await database.pool.query(`
    SELECT c.relname || coalesce('.' || a.attname, '') AS bare
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'newsledger'::regnamespace
      AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
    UNION ALL
    SELECT proname FROM pg_proc WHERE pronamespace = 'newsledger'::regnamespace AND obj_description(oid, 'pg_proc') IS NULL`);
  expect(rows).toEqual([]);
});

it('shows nothing but views and functions in the public schema', async () => {
  const { rows } = await database.pool.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'newsledger'::regnamespace AND relkind NOT IN ('v')`,
  );
  expect(rows).toEqual([]);
});

it('has plain types that every client knows, and JSON only for what is rarely asked for', async () => {
  const { rows } = await database.pool.query<{ name: string; type: string }>(`
    SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, NULL) AS type
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'newsledger'::regnamespace
    ORDER BY 1`);
  const plain = new Set(['uuid', 'text', 'text[]', 'numeric', 'integer', 'bigint', 'boolean', 'date', 'timestamp with time zone']);
  const others = rows.filter(({ type }) => !plain.has(type));
  expect(others).toEqual(
    [
      'claims.correction',
      'claims.taken_for',
      'deal_history.parties',
      'entities.identifiers',
      'figure_history.why',
      'figures.why',
      'human_decisions.details',
    ].map((name) => ({ name, type: 'jsonb' })),
  );
});

it('lets the reader query every view', async () => {
  const { rows } = await reader.query<{ name: string }>(`SELECT viewname AS name FROM pg_views WHERE schemaname = 'newsledger' ORDER BY 1`);
  const counts = await Promise.all(rows.map(({ name }) => reader.query(`SELECT count(*) FROM newsledger.${name}`)));
  expect(counts.map(({ rowCount }) => rowCount)).toEqual(rows.map(() => 1));
});

it('lets the reader call every function', async () => {
  const { rows } = await reader.query<{ name: string; callable: boolean }>(
    `SELECT proname AS name, has_function_privilege(oid, 'EXECUTE') AS callable
       FROM pg_proc WHERE pronamespace = 'newsledger'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter(({ callable }) => !callable)).toEqual([]);
  const called = await reader.query(`
    SELECT (SELECT count(*) FROM figures_as_known(now()))
         + (SELECT count(*) FROM why('00000000-0000-0000-0000-000000000000'))
         + (SELECT count(*) FROM timeline('OpenAI', 'revenue'))
         + (SELECT count(*) FROM search('openai')) AS rows`);
  expect(called.rows).toEqual([{ rows: '0' }]);
});

it.each(['projection.figure', 'polling.poll_state', 'ledger.events'])('hides %s from the reader', async (table) => {
  await expect(reader.query(`SELECT * FROM ${table}`)).rejects.toThrow(/permission denied/);
});

it('keeps the reader from writing and from running for ever', async () => {
  const { rows } = await reader.query(
    `SELECT current_setting('default_transaction_read_only') AS read_only, current_setting('statement_timeout') AS timeout`,
  );
  expect(rows).toEqual([{ read_only: 'on', timeout: '30s' }]);
});

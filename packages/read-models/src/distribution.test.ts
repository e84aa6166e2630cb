import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateForTests } from './migrateForTests.ts';

/** What the large tables would be spread over servers by: infra/citus. */
const DISTRIBUTED_BY = {
  'ledger.events': 'stream',
  'generations.article': 'article_id',
  'generations.article_revision': 'article_id',
  'generations.claim': 'claim_id',
  'generations.figure': 'figure_id',
  'generations.figure_history': 'figure_id',
  'generations.deal': 'deal_id',
  'generations.deal_history': 'deal_id',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
});
afterAll(() => database.close());

it('every unique key of a large table holds the column that it can be distributed by, but for the order of the log', async () => {
  const { rows } = await database.pool.query<{ key: string }>(
    `SELECT indrelid::regclass || ': ' || pg_get_indexdef(indexrelid) AS key
       FROM unnest($1::text[], $2::text[]) AS wanted (relation, distribution)
       JOIN pg_index ON indrelid = wanted.relation::regclass AND indisunique
      WHERE NOT EXISTS (SELECT FROM pg_attribute
                         WHERE attrelid = indrelid AND attnum = ANY ((indkey::int2[])[0:indnkeyatts - 1]) AND attname = wanted.distribution)`,
    [Object.keys(DISTRIBUTED_BY), Object.values(DISTRIBUTED_BY)],
  );
  expect(rows).toEqual([{ key: 'ledger.events: CREATE UNIQUE INDEX events_by_position ON ledger.events USING btree ("position")' }]);
});

it('each of these tables has a unique key', async () => {
  const { rows } = await database.pool.query<{ tables: number }>(
    'SELECT count(DISTINCT indrelid)::integer AS tables FROM pg_index WHERE indisunique AND indrelid = ANY ($1::text[]::regclass[])',
    [Object.keys(DISTRIBUTED_BY)],
  );
  expect(rows).toEqual([{ tables: Object.keys(DISTRIBUTED_BY).length }]);
});

import { migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateForTests } from '../testWork/migrateForTests.ts';
import { createModelBudget } from './modelBudget.ts';

let database: TestDatabase;
let now = new Date('2026-01-01T23:00:00Z');

beforeEach(async () => {
  now = new Date('2026-01-01T23:00:00Z');
  database = await createTestDatabase('model_usage', async (url) => {
    await migrateForTests(url);
    const pool = new pg.Pool({ connectionString: url });
    await migrateReadModels(pool);
    await pool.end();
  });
});
afterEach(() => database.close());

test('a day has so many tokens and no more, for all processes together', async () => {
  const budgets = [1, 2].map(() => createModelBudget(database.pool, 1000, () => now));

  const taken = await Promise.all([...budgets, ...budgets].map((budget) => budget.reserve(400)));

  expect(taken.filter(Boolean)).toHaveLength(2);
  expect(await usage()).toEqual([{ day: '2026-01-01', requests: 2, tokens: '800', capped: true }]);
});

test('what a request did not take is there for the next', async () => {
  const budget = createModelBudget(database.pool, 1000, () => now);
  await budget.reserve(900);
  await budget.settle(900, 100);

  expect(await budget.reserve(900)).toBe(true);
  expect(await usage()).toMatchObject([{ tokens: '1000', capped: false }]);
});

test('the next day begins anew', async () => {
  const budget = createModelBudget(database.pool, 1000, () => now);
  await budget.reserve(1000);
  now = new Date('2026-01-02T00:00:00Z');

  expect(await budget.reserve(1000)).toBe(true);
});

test('a budget of nothing asks nothing', async () => {
  expect(await createModelBudget(database.pool, 0, () => now).reserve(1)).toBe(false);
});

async function usage(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    'SELECT day::text, requests, tokens, capped_at IS NOT NULL AS capped FROM newsledger.model_usage ORDER BY day',
  );
  return rows;
}

import { createEventStore, readCheckpoint } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEvents, contentHash, PROJECTOR, rebuild, rebuildIfOutdated } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews } from './random/randomNews.ts';
import { REBUILD_CONNECTIONS } from './rebuild.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
});
afterEach(() => database.close());

it('makes the tables anew when other rules made them, and once only', async () => {
  const store = createEventStore(database.pool);
  for (const { stream, event } of randomNews(5, 40)) await store.append(stream, 'any', [event]);
  const { events } = await store.readAll({ after: 0n, limit: 10_000 });
  const client = await database.pool.connect();
  await applyEvents(client, events);
  client.release();
  const right = await contentHash(database.pool);
  await database.pool.query(`INSERT INTO projection.made_by (rules) VALUES ('of an older release')`);
  await database.pool.query(`UPDATE projection.article SET title = 'what older rules wrote'`);

  const answers = await Promise.all([rebuildIfOutdated(database.pool, store), rebuildIfOutdated(database.pool, store)]);

  expect(answers.toSorted()).toEqual([false, true]);
  expect(await contentHash(database.pool)).toBe(right);
});

it('needs no more connections than it says, and says so where there are fewer', async () => {
  const pool = new pg.Pool({ connectionString: database.url, max: REBUILD_CONNECTIONS });
  const small = new pg.Pool({ connectionString: database.url, max: REBUILD_CONNECTIONS - 1 });
  const store = createEventStore(pool);
  for (const { stream, event } of randomNews(5, 10)) await store.append(stream, 'any', [event]);

  await expect(rebuildIfOutdated(small, createEventStore(small))).rejects.toThrow(RangeError);
  expect(await rebuildIfOutdated(pool, store)).toBe(true);
  await Promise.all([pool.end(), small.end()]);
});

it('makes the tables anew when the threshold was moved, and folds what comes after by it, whoever folds', async () => {
  const store = createEventStore(database.pool);
  const news = randomNews(7, 60);
  for (const { stream, event } of news.slice(0, 90)) await store.append(stream, 'any', [event]);
  await rebuildIfOutdated(database.pool, store, null);
  const placed = await countPlaced();

  expect(await rebuildIfOutdated(database.pool, store, 0.9)).toBe(true);
  expect(await countPlaced()).toBeLessThan(placed);
  expect(await rulesShown()).toEqual({ rules: expect.stringContaining('placed from 0.9'), placed_from: '0.9' });
  expect(await rebuildIfOutdated(database.pool, store, 0.9)).toBe(false);
  // Commands that ask for nothing leave it as it was.
  expect(await rebuildIfOutdated(database.pool, store)).toBe(false);

  for (const { stream, event } of news.slice(90)) await store.append(stream, 'any', [event]);
  const { events } = await store.readAll({ after: await lastFolded(), limit: 10_000 });
  const client = await database.pool.connect();
  await applyEvents(client, events);
  client.release();
  const live = await contentHash(database.pool);
  await rebuild(database.pool, store);
  expect(await contentHash(database.pool)).toBe(live);

  expect(await rebuildIfOutdated(database.pool, store, null)).toBe(true);
  expect(await countPlaced()).toBeGreaterThan(placed);
});

async function countPlaced(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `SELECT count(*)::int FROM newsledger.claims WHERE verdict IN ('winner', 'agrees', 'loses')`,
  );
  return rows[0]?.count ?? 0;
}

async function rulesShown(): Promise<unknown> {
  return (await database.pool.query('SELECT * FROM newsledger.rules')).rows[0];
}

async function lastFolded(): Promise<bigint> {
  return readCheckpoint(database.pool, PROJECTOR);
}

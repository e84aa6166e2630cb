import { createEventStore } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEvents, contentHash, rebuildIfOutdated } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews } from './random/randomNews.ts';

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

import { createEventStore, type EventStore } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEvents, contentHash, rebuild } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews, seededRandom } from './randomNews.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

it.each([1, 2, 3, 4, 5])('gives the same tables live, in batches of any size, as a rebuild (seed %i)', async (seed) => {
  await append(seed, 150);
  await foldLive(seed);
  const live = await contentHash(database.pool);
  const rows = await database.pool.query('SELECT count(*)::int AS figures FROM newsledger.figures');
  await rebuild(database.pool, store, { batchSize: 10_000 });
  expect(rows.rows[0].figures).toBeGreaterThan(5);
  expect(await contentHash(database.pool)).toBe(live);
});

it('tells how far it has come, and returns the position of the last event', async () => {
  await append(9, 20);
  const told: number[] = [];
  const reached = await rebuild(database.pool, store, { batchSize: 10, onProgress: (done) => told.push(done) });
  expect(reached).toBe(await store.lastPosition());
  expect(told.at(-1)).toBe(Number(reached));
});

it('answers as of any past moment what was shown then', async () => {
  await append(10, 60);
  const { events } = await store.readAll({ after: 0n, limit: 10_000 });
  const half = Math.floor(events.length / 2);
  const moment = events[half]?.recordedAt ?? new Date();
  const until = events.filter(({ recordedAt }) => recordedAt <= moment);
  await foldBatch(until);
  const shown = await database.pool.query('SELECT * FROM newsledger.figures ORDER BY figure_id');
  await foldBatch(events.slice(until.length));
  const known = await database.pool.query('SELECT * FROM newsledger.figures_as_known($1) ORDER BY figure_id', [moment]);
  expect(known.rows).toEqual(shown.rows);
});

async function append(seed: number, steps: number): Promise<void> {
  for (const { stream, event } of randomNews(seed, steps)) await store.append(stream, 'any', [event]);
}

async function foldLive(seed: number): Promise<void> {
  const random = seededRandom(seed * 7919);
  let after = 0n;
  for (;;) {
    const { events, upTo } = await store.readAll({ after, limit: 1 + Math.floor(random() ** 2 * 40) });
    if (events.length === 0) return;
    await foldBatch(events);
    after = upTo;
  }
}

async function foldBatch(events: Parameters<typeof applyEvents>[1]): Promise<void> {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await applyEvents(client, events);
  await client.query('COMMIT');
  client.release();
}

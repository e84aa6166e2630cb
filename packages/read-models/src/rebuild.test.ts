import { createEventStore, type EventStore } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { applyEvents, contentHash, rebuild } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews } from './random/randomNews.ts';
import { seededRandom } from './random/seededRandom.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

const isLong = inject('form') === 'long';

it.each(isLong ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2])(
  'gives the same tables live, in batches of any size, as a rebuild (seed %i)',
  async (seed) => {
    await append(seed, 150);
    await foldLive(seed);
    const live = await contentHash(database.pool);
    const rows = await database.pool.query('SELECT count(*)::int AS figures FROM newsledger.figures');
    await rebuild(database.pool, store, { batchSize: 10_000 });
    expect(rows.rows[0].figures).toBeGreaterThan(5);
    expect(await contentHash(database.pool)).toBe(live);
  },
);

it('tells how far it has come, and returns the position of the last event', async () => {
  await append(9, 20);
  const told: number[] = [];
  const reached = await rebuild(database.pool, store, { batchSize: 10, onProgress: (done) => told.push(done) });
  expect(reached).toBe(await store.lastPosition());
  expect(told.at(-1)).toBe(Number(reached));
});

it('lets readers go on with the old rows until it is done', async () => {
  await append(11, 60);
  const { events } = await store.readAll({ after: 0n, limit: 10_000 });
  await foldBatch(events.slice(0, 40));
  const old = await contentHash(database.pool);
  const reader = await database.pool.connect();
  await reader.query("SET lock_timeout = '1s'");
  const seen: string[] = [];
  const watched: EventStore = {
    ...store,
    readAll: async (options) => {
      seen.push(await contentHash(reader));
      return store.readAll(options);
    },
  };
  await rebuild(database.pool, watched, { batchSize: 20 });
  const rebuilt = await contentHash(reader);
  await reader.query('RESET lock_timeout');
  reader.release();
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen)).toEqual(new Set([old]));
  expect(rebuilt).not.toBe(old);
});

it.each(isLong ? [21, 22, 23, 24, 25] : [21, 22])(
  'answers as of every past moment what was shown then, of figures and deals (seed %i)',
  async (seed) => {
    await append(seed, 60);
    const { events } = await store.readAll({ after: 0n, limit: 10_000 });
    const moments = momentsOf(events, seed);
    const shown: unknown[] = [];
    let from = 0;
    for (const moment of moments) {
      const upTo = events.findLastIndex(({ recordedAt }) => recordedAt <= moment) + 1;
      await foldBatch(events.slice(from, upTo));
      shown.push(await ask('newsledger.figures', 'newsledger.deals'));
      from = upTo;
    }
    await foldBatch(events.slice(from));
    const known: unknown[] = [];
    for (const moment of moments) known.push(await ask('newsledger.figures_as_known($1)', 'newsledger.deals_as_known($1)', moment));
    expect(new Set(shown.map((rows) => JSON.stringify(rows))).size).toBeGreaterThan(5);
    expect(known).toEqual(shown);
  },
);

/** Ten moments in which an event was recorded, in order. */
function momentsOf(events: readonly { recordedAt: Date }[], seed: number): Date[] {
  const random = seededRandom(seed);
  const places = Array.from({ length: 10 }, () => Math.floor(random() * events.length)).sort((a, b) => a - b);
  return places.flatMap((place) => events[place]?.recordedAt ?? []);
}

async function ask(figures: string, deals: string, ...values: Date[]): Promise<unknown> {
  const rows = [];
  for (const [from, id] of [
    [figures, 'figure_id'],
    [deals, 'deal_id'],
  ])
    rows.push((await database.pool.query(`SELECT * FROM ${from} ORDER BY ${id}`, values)).rows);
  return rows;
}

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

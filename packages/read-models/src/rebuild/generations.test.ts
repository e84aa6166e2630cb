import { createEventStore, type EventStore, readCheckpoint, saveCheckpoint } from '@newsledger/event-store';
import { createTestDatabase, fillLog, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analyzeGrown, contentHash, createFolder, PROJECTOR, rebuild, rebuildIfOutdated } from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { randomNews } from '../random/randomNews.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

it.each([31, 32, 33])('gives the same tables when hardly anything fits into memory (seed %i)', async (seed) => {
  await append(randomNews(seed, 150));
  await rebuild(database.pool, store);
  const inMemory = await contentHash(database.pool);

  await rebuild(database.pool, store, { claimsAtHand: 0, batchSize: 2 });
  expect(await contentHash(database.pool)).toBe(inMemory);
  await rebuild(database.pool, store, { claimsAtHand: 40, batchSize: 7 });
  expect(await contentHash(database.pool)).toBe(inMemory);
});

it.each(['new', 'same', 'zipf'] as const)(
  'gives the same tables of a larger log, spilled or not, as folding it live (%s names)',
  async (names) => {
    await fillLog(database.pool, { events: 3000, names });
    await foldLive();
    const live = await contentHash(database.pool);

    await rebuild(database.pool, store);
    expect(await contentHash(database.pool)).toBe(live);
    await rebuild(database.pool, store, { claimsAtHand: 500, batchSize: 60 });
    expect(await contentHash(database.pool)).toBe(live);
  },
);

it('decides a figure with the claims that stand there unplaced, whichever batch they came in', async () => {
  await append(randomNews(31, 150));
  await foldLive(0n, 10);
  const live = await contentHash(database.pool);

  await rebuild(database.pool, store);
  expect(await contentHash(database.pool)).toBe(live);
});

it('leaves the old tables to readers when it dies in the middle, and the next start cleans up', async () => {
  await append(randomNews(41, 80));
  await rebuildIfOutdated(database.pool, store);
  const old = await contentHash(database.pool);

  await expect(rebuild(database.pool, dyingAtPage(3), { batchSize: 20 })).rejects.toThrow();

  expect(await generations()).toHaveLength(2);
  expect(await contentHash(database.pool)).toBe(old);
  expect(await rebuildIfOutdated(database.pool, store)).toBe(false);
  expect(await generations()).toHaveLength(1);
  await rebuild(database.pool, store);
  expect(await contentHash(database.pool)).toBe(old);
});

it('drops the old generation once nobody reads it any more, and no sooner', async () => {
  await append(randomNews(43, 40));
  await rebuild(database.pool, store);
  const reader = await database.pool.connect();
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const before = await countFigures(reader);

  await rebuild(database.pool, store);
  expect(await generations()).toHaveLength(2);
  expect(await countFigures(reader)).toBe(before);
  await reader.query('COMMIT');
  reader.release();
  await rebuildIfOutdated(database.pool, store);
  await rebuildIfOutdated(database.pool, store);
  expect(await generations()).toHaveLength(1);
});

it('keeps readers from nothing while it changes over: none waits, fails, or sees less than a whole generation', async () => {
  await fillLog(database.pool, { events: 1500, names: 'zipf' });
  await rebuild(database.pool, store);
  const expected = await countFigures(database.pool);
  const stop = new AbortController();
  const readers = Array.from({ length: 4 }, () => readUntil(stop.signal));

  for (let round = 0; round < 3; round++) await rebuild(database.pool, store, { batchSize: 300 });
  stop.abort();
  const seen = (await Promise.all(readers)).flat();

  expect(seen.length).toBeGreaterThan(50);
  expect(new Set(seen)).toEqual(new Set([expected]));
});

it('takes in what is appended while it folds, and a projector goes on from there', async () => {
  const news = randomNews(47, 120);
  await append(news.slice(0, 100));
  const late = news.slice(100, 180);
  const appending: EventStore = {
    ...store,
    readAll: async (options, client) => {
      await append(late.splice(0, 9));
      return store.readAll(options, client);
    },
  };

  const reached = await rebuild(database.pool, appending, { batchSize: 15 });
  expect(reached).toBe(await store.lastPosition());
  expect(await readCheckpoint(database.pool, PROJECTOR)).toBe(reached);
  await append(news.slice(180));
  await foldLive(reached);
  const live = await contentHash(database.pool);
  await rebuild(database.pool, store);

  expect(await contentHash(database.pool)).toBe(live);
});

it('looks at tables that have outgrown what is known of them, and at no other', async () => {
  await fillLog(database.pool, { events: 9000, names: 'new' });
  await foldLive();
  await database.pool.query('VACUUM (ANALYZE) generation_1.claim, generation_1.article');

  expect(await analyzeGrown(database.pool)).toEqual(['claim']);
  expect(await analyzeGrown(database.pool)).toEqual([]);
});

it('never lets two make tables anew at the same time', async () => {
  await append(randomNews(53, 60));
  await Promise.all([rebuild(database.pool, store), rebuild(database.pool, store)]);
  const hash = await contentHash(database.pool);

  expect(await generations()).toHaveLength(1);
  await rebuild(database.pool, store);
  expect(await contentHash(database.pool)).toBe(hash);
});

async function append(news: ReturnType<typeof randomNews>): Promise<void> {
  for (const { stream, event } of news) await store.append(stream, 'any', [event]);
}

async function foldLive(from = 0n, batchSize = 500): Promise<void> {
  const fold = createFolder();
  for (let after = from; ; ) {
    const { events, upTo } = await store.readAll({ after, limit: batchSize });
    if (events.length === 0) return;
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await fold(client, events);
    await saveCheckpoint(client, PROJECTOR, upTo);
    await client.query('COMMIT');
    client.release();
    after = upTo;
  }
}

/** Its connections to the database end while it reads a page, as when its process is killed. */
function dyingAtPage(page: number): EventStore {
  let pages = 0;
  return {
    ...store,
    readAll: async (options, client) => {
      pages++;
      if (pages === page)
        await database.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
      return store.readAll(options, client);
    },
  };
}

async function generations(): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^generation_[0-9]+$'`,
  );
  return rows.map(({ name }) => name);
}

async function countFigures(client: pg.Pool | pg.PoolClient): Promise<string> {
  const { rows } = await client.query(
    'SELECT count(*) || $$ $$ || count(DISTINCT claims.claim_id) AS counts FROM newsledger.figures JOIN newsledger.claims USING (figure_id)',
  );
  return rows[0]?.counts;
}

async function readUntil(signal: AbortSignal): Promise<string[]> {
  const client = await database.pool.connect();
  await client.query("SET lock_timeout = '50ms'");
  const seen: string[] = [];
  while (!signal.aborted) seen.push(await countFigures(client));
  await client.query('RESET lock_timeout');
  client.release();
  return seen;
}

import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf, newEvent } from '@newsledger/events';
import { createLogger, createMetrics } from '@newsledger/platform';
import { applyEvents, contentHash, migrateReadModels, rebuild } from '@newsledger/read-models';
import { createTestDatabase, fillLog, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProjector } from './startProjector.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('projector', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
});
afterAll(() => database.close());

it('shows what is appended while it runs, counts it, and ends with its signal', async () => {
  const store = createEventStore(database.pool);
  const stop = new AbortController();
  const metrics = createMetrics();
  const logger = createLogger('projector', { level: 'silent' });
  const projector = startProjector({ pool: database.pool, store, logger, metrics, signal: stop.signal });
  const url = 'https://wire.example/1';
  await store.append(`article-${articleIdOf(url)}`, 'no_stream', [discovered(url)]);

  const { rows } = await waitFor('the article in the view', async () => {
    const found = await database.pool.query('SELECT title, status FROM newsledger.articles');
    return found.rowCount === 1 && found;
  });
  stop.abort();
  await projector.done;

  expect(rows).toEqual([{ title: 'News', status: 'discovered' }]);
  expect((await metrics.foldedEvents.get()).values[0]?.value).toBe(1);
  expect(projector.position()).toBe(await store.lastPosition());
});

it('goes on with the tables that a rebuild made while it was at work, and skips nothing', async () => {
  const store = createEventStore(database.pool);
  const stop = new AbortController();
  const logger = createLogger('projector', { level: 'silent' });
  const after = await fillLog(database.pool, { events: 1200, names: 'zipf' });
  const projector = startProjector({ pool: database.pool, store, logger, signal: stop.signal, batchSize: 100 });

  await rebuild(database.pool, store, { batchSize: 200 });
  const news = Array.from({ length: 5 }, (_, index) => `https://wire.example/late/${index}`);
  for (const url of news) await store.append(`article-${articleIdOf(url)}`, 'no_stream', [discovered(url)]);
  await waitFor('all of the log in the tables', async () => projector.position() === (await store.lastPosition()));
  stop.abort();
  await projector.done;
  const live = await contentHash(database.pool);
  const reached = await rebuild(database.pool, store);

  expect(reached).toBeGreaterThanOrEqual(after + BigInt(news.length));
  expect(await contentHash(database.pool)).toBe(live);
});

function discovered(url: string) {
  const articleId = articleIdOf(url);
  const text = { title: 'News', summary: '', author: null };
  return newEvent('ArticleDiscovered', { articleId, sourceId: 'wire', url, ...text, publishedAt: null, updatedAt: null });
}

it('goes on around an event that can’t be folded, which is parked with what follows in its stream', async () => {
  const store = createEventStore(database.pool);
  const stop = new AbortController();
  const logger = createLogger('projector', { level: 'silent' });
  const apply: typeof applyEvents = async (client, events) => {
    await applyEvents(client, events);
    if (events.some(({ stream }) => stream === 'entity-poison')) throw new Error('the fold fails on purpose');
  };
  const projector = startProjector({ pool: database.pool, store, logger, signal: stop.signal, apply });
  await store.append('entity-poison', 'any', [alias('Poisonous'), alias('Behind it')]);
  await store.append('entity-fine', 'any', [alias('Fine')]);

  const last = await store.lastPosition();
  await waitFor('the end of the log', () => projector.position() >= last);
  stop.abort();
  await projector.done;

  const { rows } = await database.pool.query(
    'SELECT stream, error, behind IS NULL AS fails FROM newsledger.parked_events ORDER BY position',
  );
  expect(rows).toEqual([
    { stream: 'entity-poison', error: 'Error: the fold fails on purpose', fails: true },
    { stream: 'entity-poison', error: null, fails: false },
  ]);
  expect((await database.pool.query(`SELECT name FROM projection.entity_name WHERE entity = 'Amazon'`)).rows).toEqual([{ name: 'Fine' }]);
});

function alias(word: string) {
  return newEvent('AliasAdded', { entity: 'Amazon', alias: word, by: 'test', decidedAt: '2025-11-03T14:00:00.000Z' });
}

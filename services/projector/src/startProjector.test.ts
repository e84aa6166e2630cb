import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { articleIdOf, newEvent } from '@newsledger/events';
import { createLogger, createMetrics } from '@newsledger/platform';
import { applyEvents, migrateReadModels } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
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
  const articleId = articleIdOf(url);
  await store.append(`article-${articleId}`, 'no_stream', [
    newEvent('ArticleDiscovered', {
      articleId,
      sourceId: 'wire',
      url,
      title: 'News',
      summary: '',
      author: null,
      publishedAt: null,
      updatedAt: null,
    }),
  ]);

  const { rows } = await waitFor('the article in the view', async () => {
    const found = await database.pool.query('SELECT title, status FROM newsledger.articles');
    return found.rowCount === 1 && found;
  });
  stop.abort();
  await projector.done;

  expect(rows).toEqual([{ title: 'News', status: 'discovered' }]);
  expect((await metrics.projectedEvents.get()).values[0]?.value).toBe(1);
  expect(projector.position()).toBe(await store.lastPosition());
});

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

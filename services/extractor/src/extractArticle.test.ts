import { readArticle, readingText, textHash } from '@newsledger/articles';
import { extractor } from '@newsledger/claims';
import { createEventStore, type EventStore, eraseCapture, migrateEventStore, saveCapture } from '@newsledger/event-store';
import { type EventData, newEvent, streamOf } from '@newsledger/events';
import { createLogger, createMetrics } from '@newsledger/platform';
import {
  createQueues,
  jobIds,
  migrateQueues,
  PermanentError,
  pendingWork,
  type Queues,
  RetryableError,
  requestWork,
  startDispatcher,
} from '@newsledger/queues';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type ExtractorContext, extractArticle } from './extractArticle.ts';
import { createModelExtractor } from './model/modelExtractor.ts';
import { createPublisherNames } from './publisherNames.ts';
import { createReaders } from './readers.ts';
import { startExtractor } from './startExtractor.ts';
import { completes, startModelServer } from './testWork/modelServer.ts';

const articleId = '0b1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d';
const url = 'https://wire.example/a';
const html = (amount: string) =>
  `<!doctype html><html><head><title>OpenAI buys cloud</title></head><body><article><h1>OpenAI buys cloud</h1><p>OpenAI agreed to buy cloud capacity from Amazon Web Services for ${amount} over seven years, the companies said on Monday.</p></article></body></html>`;

const readers = createReaders({ size: 2 });
const slowReader = { module: new URL('testWork/slowReader.ts', import.meta.url), maxRunMs: 1_000, maxHeapMb: 128 };
/** Processes start and are killed here; on a busy machine that takes its time. */
const SLOWLY = { timeout: 180_000 };
const PATIENCE = 60_000;

let database: TestDatabase;
let store: EventStore;
let queues: Queues;
let context: ExtractorContext;

beforeEach(async () => {
  database = await createTestDatabase('extractor', async (address) => {
    const pool = new pg.Pool({ connectionString: address });
    await migrateEventStore(pool);
    await migrateQueues(pool);
    await pool.end();
  });
  store = createEventStore(database.pool);
  queues = await createQueues({ backend: 'postgres', postgresUrl: database.url, tuning: { retryBaseMs: 50 } });
  const logger = createLogger('test', { level: 'silent' });
  context = {
    pool: database.pool,
    store,
    logger,
    metrics: createMetrics(),
    placedFrom: 0.5,
    readers,
    publisherOf: createPublisherNames(store),
    entities: [],
    model: null,
    describeListed: async () => {},
  };
});

afterEach(async () => {
  await queues.close();
  await database.close();
});

afterAll(() => readers.close());

test('the claims of a revision are appended as one batch, and the work is completed', async () => {
  await discovered();
  await captured(1, '$38 billion');

  expect(await extract(1)).toBe('extracted');

  const events = await store.readStream(streamOf.article(articleId));
  expect(types(events)).toEqual(expect.arrayContaining(['DealReported', 'FigureReported']));
  expect(events.at(-1)).toMatchObject({ type: 'ExtractionCompleted', data: { revision: 1, extractor: { version: extractor.version } } });
  expect(events.filter(({ type }) => type === 'FigureReported').map(({ data }) => data)).toContainEqual(
    expect.objectContaining({
      figure: expect.objectContaining({ measure: 'deal_value', amount: expect.objectContaining({ value: '38000000000' }) }),
    }),
  );
  expect((await pendingWork(database.pool)).extract.total).toBe(0);
});

test('quotes slice back out of the reading text', async () => {
  await discovered();
  await captured(1, '$38 billion');

  await extract(1);

  const text = readingText('OpenAI buys cloud', readArticle(html('$38 billion'), url).text);
  const evidence = (await store.readStream(streamOf.article(articleId))).flatMap(({ data }) =>
    'evidence' in data && typeof data.evidence === 'object' ? [data.evidence] : [],
  );
  expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(evidence.map(({ quote }) => quote));
});

test('an extraction that is done already, or of an older revision, is skipped', async () => {
  await discovered();
  await captured(1, '$83 billion');
  await extract(1);
  expect(await extract(1)).toBe('superseded');
  await captured(2, '$38 billion');
  expect(await extract(1)).toBe('superseded');
  expect(await extract(2)).toBe('extracted');

  await store.append(streamOf.article(articleId), 'any', [newEvent('ArticleWithdrawn', { articleId, reason: 'gone' })]);
  expect(await extract(2)).toBe('superseded');
});

test('when the page can’t be had, the fullest feed entry is read as revision 0', async () => {
  await discovered({ sourceId: 'short', summary: 'A deal.' });
  await discovered({ summary: 'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years.' });

  expect(await extract(0)).toBe('extracted');
  expect(await extract(0)).toBe('superseded');
  expect((await store.readStream(streamOf.article(articleId))).at(-1)).toMatchObject({
    type: 'ExtractionCompleted',
    data: { revision: 0 },
  });

  await discovered({
    summary: 'OpenAI agreed to buy cloud capacity from Amazon Web Services for $83 billion over seven years, it was announced.',
  });
  expect(await extract(0)).toBe('extracted');
  await captured(1, '$38 billion');
  expect(await extract(0)).toBe('superseded');
});

test('an append in between makes it read again', async () => {
  await discovered();
  await captured(1, '$38 billion');
  const meddling: ExtractorContext = {
    ...context,
    publisherOf: async () => {
      await discovered({ updatedAt: '2025-11-03T15:00:00.000Z' });
      return null;
    },
  };

  expect(await extract(1, meddling)).toBe('extracted');
  expect(types(await store.readStream(streamOf.article(articleId))).filter((type) => type === 'ExtractionCompleted')).toHaveLength(1);
});

test('of extractions at the same time one is recorded', async () => {
  await discovered();
  await captured(1, '$38 billion');

  await Promise.all(Array.from({ length: 6 }, () => extract(1)));

  expect(types(await store.readStream(streamOf.article(articleId))).filter((type) => type === 'ExtractionCompleted')).toHaveLength(1);
});

test('a text that was erased is not read again, which is an event, and the claims that were read from it stay', async () => {
  await discovered();
  const hash = await captured(1, '$38 billion');
  await extract(1);
  await eraseCapture(database.pool, hash);
  const renamed = [{ name: 'Cloud Consortium', kind: 'organisation' as const, aliases: [] }];

  expect(await extract(1, { ...context, entities: renamed })).toBe('abandoned');

  const events = await store.readStream(streamOf.article(articleId));
  expect(events.at(-1)).toMatchObject({ type: 'ExtractionAbandoned', data: { revision: 1, reason: 'text_erased' } });
  expect(types(events)).toEqual(expect.arrayContaining(['FigureReported', 'ExtractionCompleted']));
});

test('a capture that is not here fails for good, and work for a newer extractor waits for it', async () => {
  await discovered();
  await lose(await captured(1, '$38 billion'));

  await expect(extract(1)).rejects.toThrow(PermanentError);
  await expect(extract(1, context, extractor.version + 1)).rejects.toThrow(RetryableError);
  await expect(extract(7)).rejects.toThrow(/holds no revision 7/);
});

test('one article that fails does not stop the others, and its reason is visible', async () => {
  const stop = new AbortController();
  const options = { pool: database.pool, store, queues, logger: context.logger, signal: stop.signal };
  await lose(await captured(1, '$1 billion'));
  const worker = startExtractor(options);
  const dispatcher = startDispatcher({ ...options, extractorVersion: extractor.version });
  const other = '1b1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d';
  await captured(1, '$38 billion', other);

  await waitFor('the extraction of the other article', async () =>
    types(await store.readStream(streamOf.article(other))).includes('ExtractionCompleted'),
  );
  const reason = await waitFor('the reason in the outbox', async () => {
    const { rows } = await database.pool.query<{ last_error: string | null }>(
      'SELECT last_error FROM work.pending_work WHERE article_id = $1',
      [articleId],
    );
    return rows[0]?.last_error;
  });

  expect(reason).toMatch(/is not here/);
  expect(await worker.close()).toBe(true);
  stop.abort();
  await dispatcher.done;
});

test.each([
  ['takes for ever', 'timed_out', /longer than 1000 ms/],
  ['takes all memory', 'out_of_memory', /more than 128 MiB/],
])('a text whose reading %s is given up with the reason, and not tried again by this release', SLOWLY, async (words, reason, detail) => {
  const patient = reason === 'out_of_memory' ? { maxRunMs: 60_000 } : {};
  const slow = createReaders({ size: 1, ...slowReader, ...patient });
  await discovered();
  await captured(1, `$38 billion, which ${words},`);

  await expect(extract(1, { ...context, readers: slow })).rejects.toThrow(RetryableError);
  expect(await extract(1, { ...context, readers: slow }, extractor.version, 2)).toBe('abandoned');

  const events = await store.readStream(streamOf.article(articleId));
  expect(events.at(-1)).toMatchObject({
    type: 'ExtractionAbandoned',
    data: { articleId, revision: 1, extractor, reason, detail: expect.stringMatching(detail) },
  });
  expect((await pendingWork(database.pool)).extract.total).toBe(0);
  expect(await extract(1)).toBe('superseded');
  await slow.close();
});

test(
  'a text that never ends holds up nothing: the next article is read, and the log alone says that there is no more to do',
  SLOWLY,
  async () => {
    const stop = new AbortController();
    const options = { pool: database.pool, store, queues, logger: context.logger, signal: stop.signal };
    const other = '1b1f3c0e-4a0b-5c57-9c59-8a2f6f0f6b1d';
    await captured(1, '$1 billion, which takes for ever,');
    const worker = startExtractor({ ...options, concurrency: 1, readers: { ...slowReader, maxRunMs: 5_000 } });
    const dispatcher = startDispatcher({ ...options, extractorVersion: extractor.version });
    await waitFor('the article to be given up', async () => (await lastTypeOf(articleId)) === 'ExtractionAbandoned', PATIENCE);
    await captured(1, '$38 billion', other);
    await waitFor('the other article', async () => (await lastTypeOf(other)) === 'ExtractionCompleted', PATIENCE);

    expect(await worker.close()).toBe(true);
    stop.abort();
    await dispatcher.done;
    const again = new AbortController();
    await database.pool.query('DELETE FROM work.pending_work');
    await database.pool.query('DELETE FROM work.article_state');
    await database.pool.query("DELETE FROM ledger.checkpoints WHERE name = 'dispatcher'");
    const replayed = startDispatcher({ ...options, signal: again.signal, extractorVersion: extractor.version });
    await waitFor('the whole log', async () => replayed.position() >= (await store.lastPosition()), PATIENCE);
    expect((await pendingWork(database.pool)).extract.total).toBe(0);
    again.abort();
    await replayed.done;
  },
);

test('a model adds what the rules left out, as events of its own, and a done article asks nobody again', async () => {
  const sentence =
    'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years, the companies said on Monday.';
  const known = { sentence, quote: '$38 billion', low: 38e9, high: 38e9, unit: 'USD', subject: 'OpenAI', counterparty: null };
  const told = { ...known, measure: 'deal_value', noun: null, period: null, status: 'actual', speaker: null };
  const deal = { sentence, type: 'partnership', status: 'agreed', parties: [{ role: 'partner', name: 'the companies' }], value: null };
  const server = await startModelServer(completes({ figures: [told], deals: [deal] }));
  const settings = { url: server.url, name: 'tiny', key: null, tokensPerDay: 1, timeoutMs: 10_000 };
  const budget = { reserve: async () => true, settle: async () => {} };
  const model = createModelExtractor({ settings, budget, logger: context.logger, metrics: context.metrics });
  await discovered();
  await captured(1, '$38 billion');

  expect(await extract(1, { ...context, model })).toBe('extracted');
  expect(await extract(1, { ...context, model })).toBe('superseded');

  const events = await store.readStream(streamOf.article(articleId));
  const byModel = events.flatMap((event) =>
    'extractor' in event.data && event.data.extractor.name === 'model tiny' ? [{ type: event.type, data: event.data }] : [],
  );
  const completed = events.at(-1);
  expect(byModel).toMatchObject([{ type: 'DealReported', data: { deal: { parties: [{ entity: 'the companies' }] } } }]);
  expect(completed).toMatchObject({
    type: 'ExtractionCompleted',
    data: { extractor, claimIds: expect.arrayContaining(byModel.map(({ data }) => ('claimId' in data ? data.claimId : ''))) },
  });
  expect(server.requests).toHaveLength(1);
  await server.close();
});

test("names of a list of one's own are read, and make another reading of a text that was read without", async () => {
  await discovered();
  await captured(1, '$38 billion');
  const entities = [{ name: 'Open AI of Oslo', kind: 'organisation' as const, aliases: ['OpenAI'] }];

  expect(await extract(1)).toBe('extracted');
  expect(await extract(1, { ...context, entities })).toBe('extracted');
  expect(await extract(1, { ...context, entities })).toBe('superseded');

  const figures = (await store.readStream(streamOf.article(articleId))).flatMap((event) =>
    event.type === 'FigureReported' && event.data.extractor.entities !== undefined ? event.data.figure.subject : [],
  );
  expect(new Set(figures)).toEqual(new Set(['Open AI of Oslo']));
});

async function lastTypeOf(article: string): Promise<string | undefined> {
  return types(await store.readStream(streamOf.article(article))).at(-1);
}

async function discovered(change: Partial<EventData<'ArticleDiscovered'>> = {}): Promise<void> {
  const entry = {
    articleId,
    sourceId: 'wire',
    url,
    title: 'OpenAI buys cloud',
    summary: '',
    author: null,
    publishedAt: '2025-11-03T14:00:00.000Z',
    updatedAt: null,
  };
  await store.append(streamOf.article(articleId), 'any', [newEvent('ArticleDiscovered', { ...entry, ...change })]);
}

/** Records a revision as the fetcher does. @returns the hash of its capture. */
async function captured(revision: number, amount: string, ofArticle = articleId): Promise<string> {
  const page = html(amount);
  const captureHash = await saveCapture(database.pool, {
    body: Buffer.from(`${page}<!-- ${ofArticle} -->`),
    mediaType: 'text/html',
    charset: 'utf-8',
  });
  const data = {
    articleId: ofArticle,
    sourceId: 'wire',
    revision,
    captureHash,
    url,
    canonicalUrl: url,
    mediaType: 'text/html',
    title: 'OpenAI buys cloud',
    byline: [],
    publishedAt: '2025-11-03T14:00:00.000Z',
    modifiedAt: null,
    language: 'en',
    wireCredit: null,
    correctionNote: null,
    paywalled: false,
    textHash: textHash(page),
    fingerprint: '0'.repeat(16),
    wordCount: 20,
    etag: null,
    lastModified: null,
  };
  const event = revision === 1 ? newEvent('ArticleCaptured', data) : newEvent('ArticleRevised', data);
  await store.append(streamOf.article(ofArticle), 'any', [event]);
  return captureHash;
}

async function extract(revision: number, using = context, extractorVersion: number = extractor.version, attempt = 1) {
  const job = { articleId, revision, extractorVersion };
  const jobId = jobIds.extract(articleId, revision, extractorVersion);
  await requestWork(database.pool, 'extract', job);
  return extractArticle(using, job, { jobId, attempt, signal: AbortSignal.timeout(60_000) });
}

function types(events: readonly { type: string }[]): string[] {
  return events.map(({ type }) => type);
}

/** As when a ledger was restored without its captures. */
async function lose(hash: string): Promise<void> {
  await database.pool.query('DELETE FROM ledger.captures WHERE hash = $1', [hash]);
}

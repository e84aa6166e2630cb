import { eraseCapture, loadCapture } from '@newsledger/event-store';
import { articleIdOf, type EventData, newEvent, streamOf } from '@newsledger/events';
import { jobIds, RetryableError, requestWork } from '@newsledger/queues';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostBusyError } from '../politeness/hostGate.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { captureArticle } from './captureArticle.ts';
import { createPageReaders } from './pageReaders.ts';

const TEXT = 'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years, the companies said.';

let fetcher: TestFetcher;
let site: TestSite;
let articleId: string;

beforeEach(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
  articleId = articleIdOf(`${site.url}/a`);
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

test('a page is captured with its bytes, and the work is completed', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  const job = await discover();

  expect(await capture(job)).toBe('captured');

  const [, captured] = await fetcher.store.readStream(streamOf.article(articleId));
  expect(captured).toMatchObject({
    type: 'ArticleCaptured',
    causationId: job,
    data: { revision: 1, title: 'OpenAI buys cloud', sourceId: 'wire', language: 'en', mediaType: 'text/html', url: `${site.url}/a` },
  });
  const { captureHash = '' } = captured?.type === 'ArticleCaptured' ? captured.data : {};
  expect(Buffer.from((await loadCapture(fetcher.database.pool, captureHash))?.body ?? []).toString()).toContain('$38 billion');
  expect(await pending()).toEqual([]);
});

test('a page whose host is busy with others is put off, without a failure', async () => {
  const job = await discover();
  const busy = { ...fetcher.context.gate, run: () => Promise.reject(new HostBusyError('wire.example', 90_000)) };

  expect(await capture(job, '/a', 5, { ...fetcher.context, gate: busy })).toBe('deferred');

  expect(await fetcher.typesOf(articleId)).toEqual(['ArticleDiscovered']);
  const { rows } = await fetcher.database.pool.query(
    "SELECT attempts, failures, next_try_at > now() + interval '1 minute' AS later FROM work.pending_work",
  );
  expect(rows).toEqual([{ attempts: 0, failures: 0, later: true }]);
});

test('a page whose text did not change adds nothing, by 304 or by the text itself', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  await capture(await discover());

  expect(await capture(await discover({ updatedAt: '2025-11-03T11:00:00.000Z' }))).toBe('unchanged');
  const page = articlePage('OpenAI buys cloud', TEXT);
  site.set('/a', { ...page, body: page.body?.replace('</body>', '<aside>Another advert</aside></body>') ?? '' });
  expect(await capture(await discover({ updatedAt: '2025-11-03T12:00:00.000Z' }))).toBe('unchanged');

  expect(await fetcher.typesOf(articleId)).toEqual(['ArticleDiscovered', 'ArticleCaptured', 'ArticleDiscovered', 'ArticleDiscovered']);
  expect(await pending()).toEqual([]);
});

test('a page that keeps silent about its change was changed when the feed says so', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT.replace('$38', '$83')));
  await capture(await discover({ updatedAt: '2025-11-03T09:00:00.000Z' }));
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  await capture(await discover({ updatedAt: '2025-11-03T11:00:00.000Z' }));

  const events = await fetcher.store.readStream(streamOf.article(articleId));
  expect(events.flatMap(({ data }) => ('modifiedAt' in data ? [data.modifiedAt] : []))).toEqual([null, '2025-11-03T11:00:00.000Z']);
});

test('a changed text is a revision, and a page that is gone withdraws the article', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT.replace('$38', '$83')));
  await capture(await discover());
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  expect(await capture(await discover({ updatedAt: '2025-11-03T11:00:00.000Z' }))).toBe('revised');
  site.set('/a', { status: 410 });
  expect(await capture(await discover({ updatedAt: '2025-11-03T12:00:00.000Z' }))).toBe('withdrawn');

  const events = await fetcher.store.readStream(streamOf.article(articleId));
  expect(events.map(({ type, data }) => ('revision' in data ? [type, data.revision] : type))).toEqual([
    'ArticleDiscovered',
    ['ArticleCaptured', 1],
    'ArticleDiscovered',
    ['ArticleRevised', 2],
    'ArticleDiscovered',
    'ArticleWithdrawn',
  ]);
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  expect(await capture(await discover({ updatedAt: '2025-11-03T13:00:00.000Z' }))).toBe('skipped');
});

test.each([
  [402, 'paywall'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [410, 'gone'],
])('a page that answers %i is unavailable: %s', async (status, reason) => {
  site.set('/a', { status });

  expect(await capture(await discover())).toBe('unavailable');

  const [, event] = await fetcher.store.readStream(streamOf.article(articleId));
  expect(event).toMatchObject({ type: 'ArticleUnavailable', data: { reason, httpStatus: status } });
  expect(await pending()).toEqual([]);
});

test('what robots.txt forbids is not fetched', async () => {
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /a\n' });

  expect(await capture(await discover())).toBe('unavailable');

  expect(site.requests).toEqual(['/robots.txt']);
  expect((await fetcher.store.readStream(streamOf.article(articleId))).at(-1)?.data).toMatchObject({ reason: 'robots' });
});

test('a paywall that leaves less than the feed told is unavailable, and one that leaves more is captured', async () => {
  const walled = (text: string) => ({
    body: `<html><head><title>T</title><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head><body><article><h1>T</h1><p>${text}</p></article></body></html>`,
  });
  site.set('/a', walled('Subscribe to read on.'));
  site.set('/b', walled(`${TEXT} ${TEXT} ${TEXT}`));

  expect(await capture(await discover({ summary: TEXT }))).toBe('unavailable');
  expect(await capture(await discover({ path: '/b', summary: 'A deal.' }), '/b')).toBe('captured');
});

test('what is no page is unreadable', async () => {
  site.set('/a', { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' });

  expect(await capture(await discover())).toBe('unavailable');
  expect((await fetcher.store.readStream(streamOf.article(articleId))).at(-1)?.data).toMatchObject({ reason: 'unreadable' });
});

test('a redirect is followed, and both addresses are kept', async () => {
  site.set('/a', { status: 301, headers: { location: '/moved' } });
  site.set('/moved', articlePage('OpenAI buys cloud', TEXT));

  await capture(await discover());

  expect((await fetcher.store.readStream(streamOf.article(articleId))).at(-1)?.data).toMatchObject({ articleId, url: `${site.url}/moved` });
});

test('a page that asks to come later is tried later', async () => {
  site.set('/a', { status: 429, headers: { 'retry-after': '0' } }, articlePage('OpenAI buys cloud', TEXT));
  const job = await discover();

  await expect(capture(job)).rejects.toThrow(RetryableError);
  expect(await pending()).toEqual([jobIds.capture(job)]);
  expect(await capture(job)).toBe('captured');
});

test('when every attempt failed, the feed entry is given free to be read, and the work stays', async () => {
  site.set('/a', { status: 503 });
  const job = await discover();

  await expect(capture(job, '/a', 3)).rejects.toThrow(RetryableError);

  expect(await fetcher.typesOf(articleId)).toEqual(['ArticleDiscovered', 'ArticleUnavailable']);
  expect(await pending()).toEqual([jobIds.capture(job)]);
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  expect(await capture(job)).toBe('captured');
});

test('an article that another source lists too is not fetched again', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  await capture(await discover());
  const before = site.requests.length;

  expect(await capture(await discover({ sourceId: 'another' }))).toBe('skipped');
  expect(site.requests.length).toBe(before);
});

test('of captures at the same time one is recorded', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  const jobs = [
    await discover(),
    await discover({ updatedAt: '2025-11-03T11:00:00.000Z' }),
    await discover({ updatedAt: '2025-11-03T12:00:00.000Z' }),
  ];

  await Promise.all(jobs.map((job) => capture(job)));

  expect((await fetcher.typesOf(articleId)).filter((type) => type !== 'ArticleDiscovered')).toEqual(['ArticleCaptured']);
  expect(await pending()).toEqual([]);
});

test('an erased capture is stored again only with a new revision', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  await capture(await discover());
  const captured = (await fetcher.store.readStream(streamOf.article(articleId))).at(-1);
  const { captureHash = '' } = captured?.type === 'ArticleCaptured' ? captured.data : {};
  await eraseCapture(fetcher.database.pool, captureHash);

  await capture(await discover({ updatedAt: '2025-11-03T11:00:00.000Z' }));

  expect(await loadCapture(fetcher.database.pool, captureHash)).toBeNull();
});

test.each([1, 2])(
  'a page whose reading never ends is kept with the reason, whether or not an edition %i could be read',
  // What counts is the processor's time, which a busy machine has little of.
  { timeout: 180_000 },
  async (edition) => {
    const readers = createPageReaders({ module: new URL('../testSite/slowPageReader.ts', import.meta.url), size: 1, maxRunMs: 1_000 });
    const context = { ...fetcher.context, pageReaders: readers };
    site.set('/a', articlePage('OpenAI buys cloud', TEXT));
    if (edition === 2) await capture(await discover());
    site.set('/a', articlePage('OpenAI buys cloud', `${TEXT} This page takes for ever.`));
    const job = await discover({ updatedAt: '2025-11-03T11:00:00.000Z' });

    await expect(capture(job, '/a', 1, context)).rejects.toThrow(RetryableError);
    expect(await capture(job, '/a', 2, context)).toBe('unavailable');

    const event = (await fetcher.store.readStream(streamOf.article(articleId))).at(-1);
    expect(event).toMatchObject({
      type: 'ArticleUnavailable',
      data: { reason: 'unreadable_in_time', detail: expect.stringMatching(/longer than 1000 ms/) },
    });
    const { captureHash = '' } = event?.type === 'ArticleUnavailable' ? event.data : {};
    expect(Buffer.from((await loadCapture(fetcher.database.pool, captureHash))?.body ?? []).toString()).toContain('takes for ever');
    expect(await pending()).toEqual([]);
    site.set('/b', articlePage('OpenAI buys more cloud', TEXT));
    expect(await capture(await discover({ path: '/b' }), '/b', 1, context)).toBe('captured');
    await readers.close();
  },
);

/** Says in the log that a source lists a page, and asks for its capture as the dispatcher does. */
async function discover(entry: Partial<EventData<'ArticleDiscovered'>> & { path?: string } = {}): Promise<string> {
  const { path = '/a', ...change } = entry;
  const url = `${site.url}${path}`;
  const event = newEvent('ArticleDiscovered', {
    articleId: articleIdOf(url),
    sourceId: 'wire',
    url,
    title: 'OpenAI buys cloud',
    summary: '',
    author: null,
    publishedAt: '2025-11-03T09:00:00.000Z',
    updatedAt: null,
    ...change,
  });
  await fetcher.store.append(streamOf.article(event.data.articleId), 'any', [event]);
  await requestWork(fetcher.database.pool, 'capture', { articleId: event.data.articleId, discoveredEventId: event.id });
  return event.id;
}

function capture(discoveredEventId: string, path = '/a', attempt = 1, context = fetcher.context) {
  const data = { articleId: articleIdOf(`${site.url}${path}`), discoveredEventId };
  return captureArticle(context, data, { jobId: jobIds.capture(discoveredEventId), attempt, signal: AbortSignal.timeout(60_000) });
}

/** Ids of the work that the outbox holds. */
async function pending(): Promise<string[]> {
  const { rows } = await fetcher.database.pool.query<{ job_id: string }>('SELECT job_id FROM work.pending_work ORDER BY job_id');
  return rows.map(({ job_id }) => job_id);
}

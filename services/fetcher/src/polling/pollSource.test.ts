import { articleIdOf, type SourceSettings, streamOf } from '@newsledger/events';
import { loadPollState } from '@newsledger/read-models';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostBusyError } from '../politeness/hostGate.ts';
import { declareSource, removeSource } from '../sources/declareSource.ts';
import { readSource } from '../sources/readSource.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, atomFeed, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { type PollOutcome, pollSource } from './pollSource.ts';

let fetcher: TestFetcher;
let site: TestSite;
let hour = 0;

beforeEach(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
  hour = 0;
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

test('entries are discovered once, and again when they change', async () => {
  await follow();
  site.set('/feed', atomFeed([{ url: `${site.url}/a?utm_source=feed`, title: 'First', summary: 'A deal of $38bn.' }]));
  const articleId = articleIdOf(`${site.url}/a`);

  expect(await poll()).toBe('read');
  expect(await poll()).toBe('unchanged');
  site.set('/feed', atomFeed([{ url: `${site.url}/a`, title: 'First', summary: 'A deal of $38bn.', updated: '2025-11-03T11:00:00Z' }]));
  expect(await poll()).toBe('read');

  const events = await fetcher.store.readStream(streamOf.article(articleId));
  expect(events.map(({ type, data }) => ('updatedAt' in data ? [type, data.updatedAt] : type))).toEqual([
    ['ArticleDiscovered', '2025-11-03T10:00:00.000Z'],
    ['ArticleDiscovered', '2025-11-03T11:00:00.000Z'],
  ]);
  expect(events[0]?.data).toMatchObject({ sourceId: 'wire', url: `${site.url}/a`, title: 'First', summary: 'A deal of $38bn.' });
});

test('what was repaired is told, and goes when the feed is mended', async () => {
  await follow();
  const { body = '' } = atomFeed([{ url: `${site.url}/a`, title: 'Tom & Jerry' }]);
  site.set('/feed', { body }, { body: body.replace('&', '&amp;') });

  await poll();
  expect(await loadPollState(fetcher.database.pool, 'wire')).toMatchObject({
    problems: ['An ampersand is not escaped.'],
    lastError: null,
    failures: 0,
  });
  await poll();

  expect((await loadPollState(fetcher.database.pool, 'wire')).problems).toEqual([]);
});

test('an entry whose date can’t be is discovered without one, is not the newest, and the problems say so', async () => {
  await follow();
  const entry = (path: string, day: string) =>
    `<item><title>Story ${path}</title><link>${site.url}/${path}</link><pubDate>${day}T09:00:00Z</pubDate></item>`;
  const items = [
    entry('a', '2099-01-01'),
    entry('b', '2025-11-03'),
    entry('c', '1970-01-01'),
    entry('d', '2025-11-02'),
    entry('e', '2011-05-01'),
  ];
  site.set('/feed', { body: `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>` });

  await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date('2025-11-03T12:00:00Z'));

  const published = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(publishedAt));
  expect(published).toEqual([null, '2025-11-03T09:00:00.000Z', null, '2025-11-02T09:00:00.000Z', null]);
  expect(await loadPollState(fetcher.database.pool, 'wire')).toMatchObject({
    newestAt: new Date('2025-11-03T09:00:00Z'),
    problems: [
      "The date 2099-01-01 can't be: more than two days ahead.",
      "The date 1970-01-01 can't be: before 1990.",
      "The date 2011-05-01 can't be: years away from all others.",
    ],
  });
});

test('a feed that did not change is not read again, with or without validators', async () => {
  await follow();
  site.set('/feed', { ...atomFeed([{ url: `${site.url}/a`, title: 'First' }]), headers: { etag: '' } });

  expect([await poll(), await poll()]).toEqual(['read', 'unchanged']);
  expect(await loadPollState(fetcher.database.pool, 'wire')).toMatchObject({ lastStatus: 200, failures: 0, lastError: null });
});

test('a source is not asked before it is due', async () => {
  await follow({ everySeconds: 900 });
  site.set('/feed', atomFeed([]));
  const start = new Date('2025-11-03T10:00:00Z');

  await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), start);
  const early = await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date(start.getTime() + 600_000));

  expect(early).toBe('not_due');
  expect(site.requests).toEqual(['/feed']);
});

test('a source that somebody asks for is asked, due or not', async () => {
  await follow({ everySeconds: 900 });
  site.set('/feed', atomFeed([]));
  const start = new Date('2025-11-03T10:00:00Z');

  await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), start);
  const early = await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date(start.getTime() + 1_000), true);

  expect(early).not.toBe('not_due');
});

test('a lasting failure degrades a source at once, and its recovery is said', async () => {
  await follow();
  site.set('/feed', { status: 404 }, { status: 404 }, atomFeed([{ url: `${site.url}/a`, title: 'Back' }]));

  expect([await poll(), await poll(), await poll()]).toEqual(['failed', 'failed', 'read']);

  const events = await fetcher.store.readStream(streamOf.source('wire'));
  expect(events.map(({ type }) => type)).toEqual(['SourceRegistered', 'SourceDegraded', 'SourceRecovered']);
  expect(events[1]?.data).toMatchObject({ httpStatus: 404 });
});

test('a passing failure degrades a source when it stays, and the pause grows', async () => {
  await follow();
  site.set('/feed', { status: 503 });

  await poll();
  await poll();
  expect((await fetcher.store.readStream(streamOf.source('wire'))).map(({ type }) => type)).toEqual(['SourceRegistered']);
  await poll();

  expect((await fetcher.store.readStream(streamOf.source('wire'))).at(-1)?.type).toBe('SourceDegraded');
  const { nextPollAt, lastPolledAt, failures } = await loadPollState(fetcher.database.pool, 'wire');
  expect(failures).toBe(3);
  expect(Number(nextPollAt) - Number(lastPolledAt)).toBe(4 * 60_000);
});

test('a permanent redirect is believed when three polls in a row met it, and said', async () => {
  await follow();
  site.set('/feed', { status: 301, headers: { location: '/feed2' } });
  site.set('/feed2', { status: 308, headers: { location: '/feed3' } });
  site.set('/feed3', atomFeed([{ url: `${site.url}/a`, title: 'First' }]));

  await poll();
  await poll();
  expect((await readSource(fetcher.store, 'wire')).settings?.url).toBe(`${site.url}/feed`);
  await poll();
  await poll();

  expect((await readSource(fetcher.store, 'wire')).settings).toMatchObject({ url: `${site.url}/feed3`, movedFrom: `${site.url}/feed` });
  expect((await fetcher.store.readStream(streamOf.source('wire'))).map(({ type }) => type)).toEqual(['SourceRegistered', 'SourceChanged']);
  expect(site.requests.at(-1)).toBe('/feed3');
  expect(site.requests.filter((path) => path === '/feed')).toHaveLength(3);
});

test.each([
  ['temporary', [302, 302, 302, 302]],
  ['permanent only now and then', [301, 301, 302, 301]],
])('a redirect that is %s changes no address', async (_what, statuses) => {
  await follow();
  site.set('/feed', ...statuses.map((status) => ({ status, headers: { location: '/feed2' } })));
  site.set('/feed2', atomFeed([]));

  await poll();
  await poll();
  await poll();
  await poll();

  expect((await readSource(fetcher.store, 'wire')).settings?.url).toBe(`${site.url}/feed`);
});

test('validators of one address are not sent to another', async () => {
  await follow();
  const feed = { ...atomFeed([{ url: `${site.url}/a`, title: 'First' }]), headers: { etag: '"same"' } };
  site.set('/feed', feed);
  site.set('/feed2', feed);
  await poll();

  await follow({ url: `${site.url}/feed2` });

  expect(await pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date(Date.UTC(2025, 10, 3, hour)))).toBe('read');
});

test('a source that is gone for good is retired, and revived by declaring it anew', async () => {
  await follow();
  site.set('/feed', { status: 410 }, atomFeed([{ url: `${site.url}/a`, title: 'Back' }]));

  expect([await poll(), await poll(), await poll()]).toEqual(['failed', 'retired', 'retired']);
  expect((await fetcher.store.readStream(streamOf.source('wire'))).map(({ type }) => type)).toEqual(['SourceRegistered', 'SourceRetired']);
  expect(site.requests).toEqual(['/feed']);
  await follow();

  expect(await poll()).toBe('read');
});

test('a poll that came to nothing because its host was busy is late, and no failure', async () => {
  await follow();
  const busy = {
    ...fetcher.context,
    gate: { ...fetcher.context.gate, run: () => Promise.reject(new HostBusyError('wire.example', 90_000)) },
  };

  await pollSource(busy, 'wire', AbortSignal.timeout(10_000), new Date('2025-11-03T10:00:00Z'));

  expect(await loadPollState(fetcher.database.pool, 'wire')).toMatchObject({
    failures: 0,
    lastPolledAt: null,
    nextPollAt: new Date('2025-11-03T10:01:30Z'),
  });
});

test('what is no feed is told as the source’s trouble', async () => {
  await follow();
  site.set('/feed', { body: 'just words', headers: { 'content-type': 'text/plain' } });

  expect(await poll()).toBe('failed');
  expect((await loadPollState(fetcher.database.pool, 'wire')).lastError).toMatch(/feed/i);
});

test('a list page that robots.txt forbids is not fetched', async () => {
  await follow({ kind: 'list', select: { entry: 'li' } });
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /feed\n' });

  expect(await poll()).toBe('failed');
  expect((await loadPollState(fetcher.database.pool, 'wire')).lastError).toMatch(/robots\.txt forbids .* by "Disallow: \/feed"/);
  expect(site.requests).toEqual(['/robots.txt']);
});

test('a watched page is an article of its own, discovered again when its text changes', async () => {
  await follow({ kind: 'page' });
  const page = (text: string, advert: string) => {
    const { body = '' } = articlePage('Watched', text);
    return { body: body.replace('</body>', `<aside>${advert}</aside></body>`), headers: { 'content-type': 'text/html' } };
  };
  site.set('/feed', page('Worth $1 billion.', 'Shoes'), page('Worth $2 billion.', 'Shoes'), page('Worth $2 billion.', 'Hats'));

  expect([await poll(), await poll(), await poll()]).toEqual(['read', 'read', 'unchanged']);
  expect(await fetcher.typesOf(articleIdOf(`${site.url}/feed`))).toEqual(['ArticleDiscovered', 'ArticleDiscovered']);
});

test('sitemaps are read again though their index stays as it was', async () => {
  await follow({ kind: 'sitemap' });
  const xml = (body: string) => ({ body, headers: { 'content-type': 'application/xml' } });
  const urls = (path: string) =>
    xml(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${site.url}${path}</loc><news:news><news:publication_date>2025-11-03</news:publication_date><news:title>T</news:title></news:news></url></urlset>`,
    );
  site.set(
    '/feed',
    xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${site.url}/s1</loc></sitemap></sitemapindex>`),
  );
  site.set('/s1', urls('/a'), urls('/b'));

  expect([await poll(), await poll()]).toEqual(['read', 'read']);

  expect(await fetcher.typesOf(articleIdOf(`${site.url}/a`))).toEqual(['ArticleDiscovered']);
  expect(await fetcher.typesOf(articleIdOf(`${site.url}/b`))).toEqual(['ArticleDiscovered']);
});

test('a removed source is not polled any more', async () => {
  await follow();
  await removeSource(fetcher.store, 'wire', new Date());

  expect(await poll()).toBe('removed');
  expect(site.requests).toEqual([]);
});

async function follow(change: Partial<SourceSettings> = {}): Promise<void> {
  await declareSource(fetcher.store, {
    sourceId: 'wire',
    name: 'Wire',
    url: `${site.url}/feed`,
    kind: 'feed',
    primaryFor: [],
    everySeconds: 60,
    select: null,
    declaredBy: 'file',
    ...change,
  });
}

/** Each poll comes an hour after the one before. */
function poll(): Promise<PollOutcome> {
  hour += 1;
  return pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date(Date.UTC(2025, 10, 3, hour)));
}

async function publishedAt(path: string): Promise<string | null | undefined> {
  const events = await fetcher.store.readStream(streamOf.article(articleIdOf(`${site.url}/${path}`)));
  return events.flatMap((event) => (event.type === 'ArticleDiscovered' ? [event.data.publishedAt] : []))[0];
}

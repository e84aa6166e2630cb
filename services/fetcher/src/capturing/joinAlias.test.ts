import { articleIdOf, newEvent, streamOf } from '@newsledger/events';
import { jobIds, pendingWork, startDispatcher } from '@newsledger/queues';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, type SitePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { captureArticle } from './captureArticle.ts';

const TEXT =
  'Harbour Chips agreed to buy cloud capacity from Meridian Web Services for $38 billion over seven years, the companies said on Monday, and shares of both rose by more than 4% in early trading.';
const OTHER =
  'Ferries to the islands were cancelled again because of high winds, the port authority said, and travellers were asked to stay at home until the weather gets better later in the week.';

let fetcher: TestFetcher;
let site: TestSite;
/** The site by a name, as publishers have one. */
let home: string;

beforeEach(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
  home = site.url.replace('127.0.0.1', 'www.gazette.example');
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

test('one story under two addresses is one article, whichever is captured first', async () => {
  site.set('/story', page(TEXT, '/story'));
  site.set('/2025/story?id=7', page(TEXT, '/story'));

  expect(await capture('/2025/story?id=7', await discover('/2025/story?id=7', 'phones'))).toBe('alias');
  expect(await capture('/story', await discover('/story', 'wire'))).toBe('skipped');

  expect(await typesOf('/story')).toEqual(['ArticleDiscovered', 'ArticleCaptured', 'ArticleDiscovered']);
  expect(await typesOf('/2025/story?id=7')).toEqual(['ArticleDiscovered', 'ArticleWithdrawn']);
});

test('an alias of an article that is known is noted there, and its page is not captured again', async () => {
  site.set('/story', page(TEXT, '/story'));
  site.set('/alias-of-story', page(`${TEXT} Photo: Harbour Chips.`, '/story'));

  await capture('/story', await discover('/story', 'wire'));
  expect(await capture('/alias-of-story', await discover('/alias-of-story', 'phones'))).toBe('alias');

  expect(await typesOf('/story')).toEqual(['ArticleDiscovered', 'ArticleCaptured', 'ArticleDiscovered']);
  const [, withdrawn] = await fetcher.store.readStream(streamOf.article(idOf('/alias-of-story')));
  expect(withdrawn).toMatchObject({ type: 'ArticleWithdrawn', data: { sameAs: { articleId: idOf('/story'), url: `${home}/story` } } });
});

test('what is said of an alias later is said of its article', async () => {
  site.set('/story', page(TEXT, '/story'));
  site.set('/alias-of-story', page(TEXT, '/story'));
  await capture('/story', await discover('/story', 'wire'));
  await capture('/alias-of-story', await discover('/alias-of-story', 'phones'));
  site.set('/story', page(TEXT.replace('$38', '$40'), '/story'));

  expect(await capture('/alias-of-story', await discover('/alias-of-story', 'phones', '2025-11-03T12:00:00.000Z'))).toBe('alias');
  const forwarded = (await fetcher.store.readStream(streamOf.article(idOf('/story')))).at(-1);
  expect(forwarded).toMatchObject({ type: 'ArticleDiscovered', data: { url: `${home}/story`, updatedAt: '2025-11-03T12:00:00.000Z' } });
  expect(await capture('/story', forwarded?.id ?? '')).toBe('revised');
});

test.each([
  ['another text', '/story', OTHER],
  ['the home page', '/', OTHER],
  ['another site', 'https://elsewhere.example/story', OTHER],
])('a page that names %s as its own address is an article of its own', async (_, canonical, text) => {
  site.set('/story', page(TEXT, '/story'));
  await capture('/story', await discover('/story', 'wire'));
  site.set('/news', page(text, canonical));

  expect(await capture('/news', await discover('/news', 'wire'))).toBe('captured');
});

test('an article that was moved is that of its new address', async () => {
  site.set('/old', { status: 301, headers: { location: '/moved' } });
  site.set('/moved', articlePage('A story', TEXT));

  expect(await capture('/old', await discover('/old', 'wire'))).toBe('alias');
  expect(await typesOf('/moved')).toEqual(['ArticleDiscovered', 'ArticleCaptured']);
});

test('a redirect to what is not the listed article moves nothing', async () => {
  site.set('/story', { status: 302, headers: { location: '/consent' } });
  site.set('/consent', articlePage('Before you continue', TEXT));

  expect(await capture('/story', await discover('/story', 'wire'))).toBe('captured');
});

test('the log of an alias leaves no work, however often it is read', async () => {
  site.set('/alias-of-story', page(TEXT, '/story'));
  await capture('/alias-of-story', await discover('/alias-of-story', 'phones'));
  const stop = new AbortController();
  const { pool, store, queues } = fetcher.context;
  const dispatcher = startDispatcher({ pool, store, queues, signal: stop.signal, extractorVersion: 1 });
  await waitFor('the log to be read', async () => dispatcher.position() >= (await store.lastPosition()));

  const { capture: captures, extract } = await pendingWork(pool);
  expect([captures.total, extract.total]).toEqual([0, 1]);
  stop.abort();
  await dispatcher.done;
});

function page(text: string, canonical: string): SitePage {
  const { body = '' } = articlePage('A story', text);
  const href = canonical.startsWith('/') ? `${home}${canonical}` : canonical;
  return { body: body.replace('</head>', `<link rel="canonical" href="${href}"></head>`) };
}

function idOf(path: string): string {
  return articleIdOf(`${home}${path}`);
}

function typesOf(path: string): Promise<string[]> {
  return fetcher.typesOf(idOf(path));
}

async function discover(path: string, sourceId: string, updatedAt: string | null = null): Promise<string> {
  const articleId = idOf(path);
  const entry = { articleId, sourceId, url: `${home}${path}`, title: 'A story', summary: '', author: null };
  const event = newEvent('ArticleDiscovered', { ...entry, publishedAt: '2025-11-03T09:00:00.000Z', updatedAt });
  await fetcher.store.append(streamOf.article(articleId), 'any', [event]);
  return event.id;
}

function capture(path: string, discoveredEventId: string) {
  const job = { jobId: jobIds.capture(discoveredEventId), attempt: 1, signal: AbortSignal.timeout(20_000) };
  return captureArticle(fetcher.context, { articleId: idOf(path), discoveredEventId }, job);
}

import { articleIdOf, streamOf } from '@newsledger/events';
import { jobIds, startDispatcher } from '@newsledger/queues';
import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { captureArticle } from '../capturing/captureArticle.ts';
import { declareSource } from '../sources/declareSource.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { pollSource } from './pollSource.ts';

const TEXT = 'Harbour Chips agreed to buy cloud capacity from Meridian Web Services for $38 billion over seven years, both said.';

let fetcher: TestFetcher;
let site: TestSite;
let tests = 0;
let polls = 0;
/** Where the pages of one test are, and the id of its source. */
let home: string;
let source: string;

interface Item {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
  readonly published?: string | null;
}

beforeAll(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
});

afterAll(async () => {
  await fetcher.close();
  await site.close();
});

beforeEach(async () => {
  tests += 1;
  source = `wire-${tests}`;
  home = `${site.url}/${tests}`;
  await follow(source);
});

test('an entry whose address changes with its headline is the same article, and its page a revision', async () => {
  site.set(`/${tests}/chips-buy-cloud`, articlePage('Chips buy cloud', TEXT));
  site.set(`/${tests}/chips-pay-more`, articlePage('Harbour Chips pays more', TEXT.replace('$38', '$40')));
  const other = { id: 'n-2', path: 'other' };
  await poll({ id: 'n-1', path: 'chips-buy-cloud', title: 'Chips buy cloud' }, other);
  await captureLast('chips-buy-cloud');

  await poll({ id: 'n-1', path: 'chips-pay-more', title: 'Harbour pays more', published: null }, other);
  await captureLast('chips-buy-cloud');

  const events = await fetcher.store.readStream(streamOf.article(idOf('chips-buy-cloud')));
  expect(events.map(({ type, data }) => [type, 'url' in data && data.url])).toEqual([
    ['ArticleDiscovered', `${home}/chips-buy-cloud`],
    ['ArticleCaptured', `${home}/chips-buy-cloud`],
    ['ArticleDiscovered', `${home}/chips-pay-more`],
    ['ArticleRevised', `${home}/chips-pay-more`],
  ]);
  expect(await aliasesOf('chips-pay-more')).toEqual(['ArticleDiscovered', idOf('chips-buy-cloud')]);
});

test('an entry under a new address is told once, and so is its return to the first', async () => {
  const other = { id: 'n-2', path: 'other' };
  const [first, second] = [
    { id: 'n-1', path: 'first', title: 'First' },
    { id: 'n-1', path: 'second', title: 'Second' },
  ];

  for (const entry of [first, second, second, first, second]) await poll(entry, other);

  expect(await titlesOf('first')).toEqual(['First', 'Second', 'First', 'Second']);
  expect(await aliasesOf('second')).toEqual(['ArticleDiscovered', idOf('first')]);
});

test('what another source lists at the new address is said of the article', async () => {
  await poll({ id: 'n-1', path: 'old', title: 'A story' });
  await poll({ id: 'n-1', path: 'new', title: 'A story' });
  await follow(`${source}-too`);
  await pollAs(`${source}-too`, [{ id: 'x', path: 'new', title: 'A story of another' }]);

  expect(await captureLast('new')).toBe('alias');
  expect(await titlesOf('old')).toEqual(['A story', 'A story', 'A story of another']);
});

test('an address that was captured as an article before becomes the article of the entry, and the old one its alias', async () => {
  site.set(`/${tests}/new`, articlePage('A story', TEXT));
  await poll({ id: 'n-1', path: 'old', title: 'A story' });
  await follow(`${source}-too`);
  await pollAs(`${source}-too`, [{ id: 'x', path: 'new', title: 'A story' }]);
  await captureLast('new');

  await poll({ id: 'n-1', path: 'new', title: 'A story' });

  expect(await aliasesOf('old')).toEqual(['ArticleDiscovered', idOf('new')]);
  expect(await fetcher.typesOf(idOf('new'))).toEqual(['ArticleDiscovered', 'ArticleCaptured', 'ArticleDiscovered']);
});

test.each([
  ['has the headline, nearly', { title: 'A story of chips and clouds, updated', published: '2025-11-03T11:00:00Z' }, true],
  ['was published at the same time', { title: 'Something else', published: '2025-11-03T09:00:00Z' }, true],
  ['has the headline of another day', { title: 'A story of chips', published: '2025-11-04T09:00:00Z' }, false],
  ['has neither', { title: 'Something else', published: '2025-11-03T11:00:00Z' }, false],
])('an entry alone in its feed is the same article under a new address when it %s', async (_what, change, isSame) => {
  await poll({ id: 'n-1', path: 'old', title: 'A story of chips' });
  await poll({ id: 'n-1', path: 'new', ...change });

  expect(await aliasesOf('new')).toEqual(isSame ? ['ArticleDiscovered', idOf('old')] : ['ArticleDiscovered']);
});

test.each<[string, Item[], Item[]]>([
  ['number the places in the feed', entries(['1', 'a'], ['2', 'b'], ['3', 'c']), entries(['1', 'd'], ['2', 'a'], ['3', 'b'])],
  ['number the places of a feed that is all new', entries(['1', 'a'], ['2', 'b']), entries(['1', 'c'], ['2', 'd'])],
  ['are the same for all', entries(['1', 'a'], ['1', 'b']), entries(['1', 'c'], ['1', 'a'])],
  ['are the same for all, of which one was there first', entries(['1', 'a']), entries(['1', 'b'], ['1', 'a'])],
  [
    'moved to https',
    entries(['http://x.example/1', 'a'], ['http://x.example/2', 'b']),
    entries(['https://x.example/1', 'a'], ['https://x.example/2', 'b']),
  ],
  ['count their editions', entries(['urn:a#0', 'a'], ['urn:b#0', 'b']), entries(['urn:a#1', 'a'], ['urn:b#0', 'b'])],
])('every address is an article of its own where ids %s', async (_what, before, after) => {
  await poll(...before);
  await poll(...after);

  const types = await Promise.all([...before, ...after].map(({ path }) => fetcher.typesOf(idOf(path))));
  expect(types).toEqual(types.map(() => ['ArticleDiscovered']));
});

test('an article that was taken down is not revived under another address', async () => {
  await poll({ id: 'n-1', path: 'old', title: 'A story' });
  site.set(`/${tests}/old`, articlePage('A story', TEXT), { status: 410 });
  await captureLast('old');
  await poll({ id: 'n-1', path: 'old', title: 'A story, updated' });
  await captureLast('old');

  await poll({ id: 'n-1', path: 'new', title: 'A story, updated' });

  expect(await aliasesOf('new')).toEqual(['ArticleDiscovered']);
});

test('entries without links are read by themselves, and leave nothing to fetch', async () => {
  const rss = (...titles: string[]) =>
    `<rss version="2.0"><channel><title>T</title>${titles.map((title) => `<item><guid isPermaLink="false">all</guid><title>${title}</title></item>`).join('')}</channel></rss>`;
  const after = await fetcher.store.lastPosition();
  await pollBody(source, rss('Sales are $3bn', 'Profit is $1bn'));
  await pollBody(source, rss('Profit is $1bn', 'Debt is $2bn', 'Sales are $3bn'));

  const { events } = await fetcher.store.readAll({ after, limit: 100 });
  expect(events.map(({ type, data }) => ('title' in data ? data.title : 'reason' in data ? data.reason : type))).toEqual([
    ...[expect.any(String), 'no_address', expect.any(String), 'no_address'],
    ...['Debt is $2bn', 'no_address'],
  ]);
  const stop = new AbortController();
  const { pool, store, queues } = fetcher.context;
  const dispatcher = startDispatcher({ pool, store, queues, signal: stop.signal, extractorVersion: 1 });
  await waitFor('the log to be read', async () => dispatcher.position() >= (await store.lastPosition()));
  stop.abort();
  await dispatcher.done;
  const { rows } = await pool.query(
    "SELECT queue, count(*)::int FROM work.pending_work WHERE data->>'articleId' = ANY ($1) GROUP BY queue",
    [events.map(({ data }) => ('articleId' in data ? data.articleId : ''))],
  );
  expect(rows).toEqual([{ queue: 'extract', count: 3 }]);
});

/** Entries under telling headlines, each of another day. */
function entries(...pairs: readonly (readonly [id: string, path: string])[]): Item[] {
  return pairs.map(([id, path]) => ({ id, path, title: `All of ${path}`, published: `2025-11-0${path.charCodeAt(0) - 96}T09:00:00Z` }));
}

async function follow(sourceId: string): Promise<void> {
  const settings = { sourceId, name: 'Wire', url: `${site.url}/feed-${sourceId}`, kind: 'feed' as const, primaryFor: [] };
  await declareSource(fetcher.store, { ...settings, everySeconds: 60, select: null, declaredBy: 'file' });
}

function poll(...items: readonly Item[]): Promise<unknown> {
  return pollAs(source, items);
}

function pollAs(sourceId: string, items: readonly Item[]): Promise<unknown> {
  const listed = items.map(({ id, path, title = `Story ${path}`, published = '2025-11-03T09:00:00Z' }) => {
    const date = published === null ? '' : `<pubDate>${published}</pubDate>`;
    return `<item><title>${title}</title><link>${home}/${path}</link><guid isPermaLink="false">${id}</guid>${date}</item>`;
  });
  return pollBody(sourceId, `<rss version="2.0"><channel><title>T ${polls}</title>${listed.join('')}</channel></rss>`);
}

/** Each poll comes an hour after the one before. */
function pollBody(sourceId: string, body: string): Promise<unknown> {
  polls += 1;
  site.set(`/feed-${sourceId}`, { body });
  return pollSource(fetcher.context, sourceId, AbortSignal.timeout(20_000), new Date(Date.UTC(2025, 10, 4, polls)));
}

function idOf(path: string): string {
  return articleIdOf(`${home}/${path}`);
}

/** Captures as the article's last discovery asks. */
async function captureLast(path: string) {
  const articleId = idOf(path);
  const events = await fetcher.store.readStream(streamOf.article(articleId));
  const discoveredEventId = events.filter(({ type }) => type === 'ArticleDiscovered').at(-1)?.id ?? '';
  const job = { jobId: jobIds.capture(discoveredEventId), attempt: 1, signal: AbortSignal.timeout(20_000) };
  return captureArticle(fetcher.context, { articleId, discoveredEventId }, job);
}

async function titlesOf(path: string): Promise<string[]> {
  const events = await fetcher.store.readStream(streamOf.article(idOf(path)));
  return events.flatMap((event) => (event.type === 'ArticleDiscovered' ? [event.data.title] : []));
}

/** The types of an article's events, and of a withdrawal the article that it is an alias of. */
async function aliasesOf(path: string): Promise<(string | undefined)[]> {
  const events = await fetcher.store.readStream(streamOf.article(idOf(path)));
  return events.map((event) => (event.type === 'ArticleWithdrawn' ? event.data.sameAs?.articleId : event.type));
}

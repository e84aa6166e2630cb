import { articleIdOf, type SourceSettings, streamOf } from '@newsledger/events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { declareSource } from '../sources/declareSource.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { atomFeed, startTestSite, type TestSite } from '../testSite/testSite.ts';
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

test('an entry that returns to what it said before is news again, as often as it does', async () => {
  await follow();
  const saying = (title: string) => atomFeed([{ url: `${site.url}/a`, title }]);
  site.set('/feed', saying('$38bn'), saying('$83bn'), saying('$38bn'), saying('$83bn'), saying('$38bn'));

  await poll();
  await poll();
  await poll();
  await poll();
  await poll();

  expect(await titlesOf('/a')).toEqual(['$38bn', '$83bn', '$38bn', '$83bn', '$38bn']);
});

test('a poll that died before it was noted discovers nothing twice', async () => {
  await follow();
  const saying = (title: string) => ({ ...atomFeed([{ url: `${site.url}/a`, title }]), headers: { etag: '' } });
  site.set('/feed', saying('$38bn'), saying('$83bn'), saying('$38bn'), saying('$38bn'));
  await poll();
  await poll();
  const { rows } = await fetcher.database.pool.query('SELECT * FROM polling.listed_entry');
  await poll();
  const [{ content_id, event_id }] = rows;
  await fetcher.database.pool.query('UPDATE polling.listed_entry SET content_id = $1, event_id = $2', [content_id, event_id]);
  await fetcher.database.pool.query('UPDATE polling.poll_state SET body_hash = NULL');

  expect(await poll()).toBe('read');

  expect(await titlesOf('/a')).toEqual(['$38bn', '$83bn', '$38bn']);
});

test.each([
  ['change with every poll', ['g1', 'g2'], ['g3', 'g4']],
  ['are missing', ['', ''], ['', '']],
  ['are the same for all', ['g', 'g'], ['g', 'g']],
])('ids that %s make no duplicates', async (_what, first, second) => {
  await follow();
  const feed = (ids: readonly string[], comment: string) => ({
    body: `<rss version="2.0"><channel><title>T${comment}</title>${ids.map((id, n) => `<item><title>Story ${n}</title><link>${site.url}/${n}</link>${id === '' ? '' : `<guid isPermaLink="false">${id}</guid>`}</item>`).join('')}</channel></rss>`,
  });
  site.set('/feed', feed(first, ''), feed(second, ' again'));

  expect([await poll(), await poll()]).toEqual(['read', 'read']);

  expect(await titlesOf('/0')).toEqual(['Story 0']);
  expect(await titlesOf('/1')).toEqual(['Story 1']);
});

test('of two entries about one address the first counts, poll after poll', async () => {
  await follow();
  const twice = [
    { url: `${site.url}/a?utm_source=x`, title: 'New' },
    { url: `${site.url}/a`, title: 'Old' },
  ];
  site.set('/feed', atomFeed(twice), atomFeed([...twice, { url: `${site.url}/b`, title: 'More' }]));

  await poll();
  await poll();

  expect(await titlesOf('/a')).toEqual(['New']);
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

/** Titles under which an article was discovered, in order. */
async function titlesOf(path: string): Promise<string[]> {
  const events = await fetcher.store.readStream(streamOf.article(articleIdOf(site.url + path)));
  return events.flatMap((event) => (event.type === 'ArticleDiscovered' ? [event.data.title] : []));
}

/** Each poll comes an hour after the one before. */
function poll(): Promise<PollOutcome> {
  hour += 1;
  return pollSource(fetcher.context, 'wire', AbortSignal.timeout(10_000), new Date(Date.UTC(2025, 10, 3, hour)));
}

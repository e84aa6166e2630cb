import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { articleIdOf, newEvent, streamOf } from '@newsledger/events';
import { jobIds } from '@newsledger/queues';
import { loadPollState, newPollState, savePollState } from '@newsledger/read-models';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingest } from '../ingesting/ingest.ts';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { captureArticle } from './captureArticle.ts';

const TEXT = 'Harbour Chips agreed to buy cloud capacity from Meridian Web Services for $38 billion over seven years, both said.';

let fetcher: TestFetcher;
let site: TestSite;

beforeEach(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

test.each([
  ['2099-01-01', 'more than two days ahead'],
  ['1970-01-01', 'before 1990'],
])('a page dated %s has the date of its entry, and the problems of its source say so', async (day, why) => {
  await savePollState(fetcher.database.pool, newPollState('wire'));
  site.set('/a', pageOf(day));

  expect(await captured('/a', '2025-11-03T09:00:00.000Z')).toMatchObject({ publishedAt: '2025-11-03T09:00:00.000Z', modifiedAt: null });

  const { problems } = await loadPollState(fetcher.database.pool, 'wire');
  expect(problems).toEqual([`${site.url}/a is dated ${day}, which can't be: ${why}.`]);
});

test('a page and an entry whose dates can’t be have none, so that the day of their discovery counts', async () => {
  site.set('/a', pageOf('2099-01-01'));

  expect(await captured('/a', '2098-01-01T00:00:00.000Z')).toMatchObject({ publishedAt: null });
});

test('what is handed in may be as old as it likes, but of no day to come', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-'));
  const dateOf = async (day: string) => {
    const file = path.join(folder, `${day}.html`);
    await writeFile(file, pageOf(day).body ?? '');
    const { articleId } = await ingest(fetcher.context, file);
    return revisionOf(articleId);
  };

  expect(await dateOf('1985-03-04')).toMatchObject({ publishedAt: '1985-03-04T00:00:00.000Z' });
  expect(await dateOf('2099-01-01')).toMatchObject({ publishedAt: null });
});

function pageOf(day: string) {
  const { body = '' } = articlePage(`A story of ${day}`, TEXT);
  return { body: body.replace('</head>', `<meta property="article:published_time" content="${day}T00:00:00Z"></head>`) };
}

async function captured(page: string, publishedAt: string) {
  const url = `${site.url}${page}`;
  const articleId = articleIdOf(url);
  const entry = { articleId, sourceId: 'wire', url, title: 'A story', summary: '', author: null, publishedAt, updatedAt: null };
  const event = newEvent('ArticleDiscovered', entry);
  await fetcher.store.append(streamOf.article(articleId), 'any', [event]);
  const job = { jobId: jobIds.capture(event.id), attempt: 1, signal: AbortSignal.timeout(20_000) };
  await captureArticle(fetcher.context, { articleId, discoveredEventId: event.id }, job);
  return revisionOf(articleId);
}

async function revisionOf(articleId: string) {
  const events = await fetcher.store.readStream(streamOf.article(articleId));
  return events.flatMap((event) => (event.type === 'ArticleCaptured' ? [event.data] : []))[0];
}

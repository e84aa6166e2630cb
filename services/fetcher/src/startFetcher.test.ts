import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { articleIdOf } from '@newsledger/events';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingest } from './ingesting/ingest.ts';
import { readAllSources } from './sources/readAllSources.ts';
import { type Fetcher, startFetcher } from './startFetcher.ts';
import { createTestFetcher, type TestFetcher } from './testSite/testFetcher.ts';
import { articlePage, atomFeed, startTestSite, type TestSite } from './testSite/testSite.ts';

const TEXT = 'OpenAI agreed to buy cloud capacity from Amazon Web Services for $38 billion over seven years, the companies said.';

let parts: TestFetcher;
let site: TestSite;
let folder: string;
let stop: AbortController;
let running: Fetcher | undefined;

beforeEach(async () => {
  [parts, site] = await Promise.all([createTestFetcher(), startTestSite()]);
  folder = await mkdtemp(path.join(tmpdir(), 'newsledger-fetcher-'));
  stop = new AbortController();
  running = undefined;
});

afterEach(async () => {
  await running?.close();
  await parts.close();
  await site.close();
  await rm(folder, { recursive: true });
});

test('sources of the file are polled and their articles captured, then revised', async () => {
  const url = `${site.url}/a`;
  site.set('/feed', atomFeed([{ url, title: 'OpenAI buys cloud' }]));
  site.set('/a', { status: 429, headers: { 'retry-after': '0' } }, articlePage('OpenAI buys cloud', TEXT.replace('$38', '$83')));
  const fetcher = await start(sourcesYaml('wire', '/feed'));
  await articleHas(url, ['ArticleDiscovered', 'ArticleCaptured']);

  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  site.set('/feed', atomFeed([{ url, title: 'OpenAI buys cloud (corrected)', updated: '2025-11-03T12:00:00Z' }]));
  await fetcher.pollNow();

  await articleHas(url, ['ArticleDiscovered', 'ArticleCaptured', 'ArticleDiscovered', 'ArticleRevised']);
});

test('a change of the file is followed while it runs, and a broken one leaves the sources as they were', async () => {
  site.set('/feed', atomFeed([]));
  const file = await write(sourcesYaml('wire', '/feed'));
  await startFrom(file);

  await writeFile(file, 'sources: [');
  await writeFile(file, sourcesYaml('other', '/feed'));

  await waitFor('the new source, and no other', async () => [...(await readAllSources(parts.store)).keys()].join() === 'other');
  await waitFor('its schedule, and no other', async () => [...(await parts.context.queues.pollSchedules()).keys()].join() === 'other');
});

test('an address that is handed in is captured by the running fetcher', async () => {
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  await start('sources: []\n');

  const { outcome, url } = await ingest({ pool: parts.database.pool, store: parts.store }, `${site.url}/a?utm_source=mail`);

  expect(outcome).toBe('discovered');
  await articleHas(url, ['ArticleDiscovered', 'ArticleCaptured']);
  expect((await readAllSources(parts.store)).get('ingested')?.settings.declaredBy).toBe('command');
});

test('a file that is handed in is captured at once, by its own address or a made one, and only once', async () => {
  const context = { pool: parts.database.pool, store: parts.store };
  const page = articlePage('OpenAI buys cloud', TEXT).body ?? '';
  const html = await write(page.replace('</head>', '<link rel="canonical" href="https://wire.example/openai-aws"></head>'), 'a.html');
  const text = await write(
    `OpenAI buys cloud\n\n${TEXT}\n\nMore will be told when the time has come for it, said the companies on Monday.\n`,
    'a.txt',
  );

  expect(await ingest(context, html)).toMatchObject({ outcome: 'captured', url: 'https://wire.example/openai-aws' });
  expect(await ingest(context, html)).toMatchObject({ outcome: 'known' });
  const plain = await ingest(context, text);

  expect(plain).toMatchObject({ outcome: 'captured', url: expect.stringMatching(/^http:\/\/ingested\.invalid\/[0-9a-f]{64}$/) });
  expect(await parts.typesOf(plain.articleId)).toEqual(['ArticleDiscovered', 'ArticleCaptured']);
  await expect(ingest(context, '/nowhere/a.html')).rejects.toThrow(/can't be read/);
});

test('closing waits for the job at hand', async () => {
  site.set('/feed', atomFeed([{ url: `${site.url}/a`, title: 'OpenAI buys cloud' }]));
  site.set('/a', articlePage('OpenAI buys cloud', TEXT));
  const fetcher = await start(sourcesYaml('wire', '/feed'));
  await waitFor('the first request', () => site.requests.includes('/feed'));

  expect(await fetcher.close()).toBe(true);
});

async function start(yaml: string): Promise<Fetcher> {
  return startFrom(await write(yaml));
}

async function startFrom(sources: string): Promise<Fetcher> {
  const { pool, store, queues, http, logger } = parts.context;
  running = await startFetcher({ config: { sources }, pool, store, queues, http, logger, signal: stop.signal, extractorVersion: 1 });
  return running;
}

async function write(text: string, name = 'sources.yaml'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

function sourcesYaml(id: string, feed: string): string {
  return `sources:\n  - id: ${id}\n    url: ${site.url}${feed}\n    every: 1h\n`;
}

/** Waits until the article's events are these. */
async function articleHas(url: string, types: readonly string[]): Promise<void> {
  const articleId = articleIdOf(url);
  await waitFor(`${types.join(', ')} of ${url}`, async () => (await parts.typesOf(articleId)).join() === types.join());
}

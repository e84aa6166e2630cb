import { createHttpClient } from '@newsledger/platform';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../testSite/testSite.ts';
import { createHostGate } from './hostGate.ts';
import { createMemoryTurns } from './memoryTurns.ts';
import { createSiteFiles, type SiteFile, type SiteFileStore } from './siteFiles.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RULES = 'User-agent: *\nDisallow: /a\n';

const http = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] });
const gate = createHostGate({ isOwnNetwork: http.isOwnNetwork, turns: createMemoryTurns() });
let site: TestSite;
let url: string;
let time: number;
let stored: Map<string, SiteFile>;

beforeEach(async () => {
  site = await startTestSite();
  url = `${site.url}/robots.txt`;
  time = Date.parse('2025-11-03T10:00:00Z');
  stored = new Map();
});

afterEach(() => site.close());
afterAll(() => http.close());

/** As another process sees it: it shares the store and nothing else. */
function process() {
  const store: SiteFileStore = { load: async (key) => stored.get(key) ?? null, save: async (file) => void stored.set(file.url, file) };
  return createSiteFiles({ http, gate, store, now: () => time });
}

test('a file is asked for once a day, by many pages and several processes', async () => {
  site.set('/robots.txt', { body: RULES });
  const files = process();

  await Promise.all(Array.from({ length: 5 }, () => files.read(url)));
  expect(await process().read(url)).toBe(RULES);
  expect(site.requests).toEqual(['/robots.txt']);
  time += DAY + 1;
  await Promise.all([files.read(url), files.read(url)]);

  expect(site.requests).toEqual(['/robots.txt', '/robots.txt']);
});

test.each([
  ['max-age=60', 60 * MINUTE],
  ['max-age=7200', 120 * MINUTE],
  ['max-age=99999999', DAY],
])('Cache-Control: %s is kept between an hour and a day', async (cacheControl, lifetime) => {
  site.set('/robots.txt', { body: RULES, headers: { 'cache-control': cacheControl } });
  const files = process();

  await files.read(url);
  time += lifetime - 1;
  await files.read(url);
  expect(site.requests).toHaveLength(1);
  time += 2;
  await files.read(url);
  expect(site.requests).toHaveLength(2);
});

test.each([400, 401, 403, 404, 410])('a host that answers %i has no such file', async (status) => {
  site.set('/robots.txt', { status });

  expect(await process().read(url)).toBeNull();
});

test.each([500, 503, 429])('while it answers %i nothing may be fetched, and it is asked for again after five minutes', async (status) => {
  site.set('/robots.txt', { status }, { body: RULES });
  const files = process();

  await expect(files.read(url)).rejects.toMatchObject({ retryable: true, retryAfterMs: 5 * MINUTE });
  await expect(process().read(url)).rejects.toMatchObject({ retryable: true });
  expect(site.requests).toHaveLength(1);
  time += 5 * MINUTE;

  expect(await files.read(url)).toBe(RULES);
});

test('a copy from before is used while the file can’t be reached', async () => {
  site.set('/robots.txt', { body: RULES }, { status: 503 });
  await process().read(url);
  time += DAY + 1;

  expect(await process().read(url)).toBe(RULES);
  time += 20 * DAY;
  expect(await process().read(url)).toBe(RULES);
  expect(stored.get(url)).toMatchObject({ outcome: 'unreachable', failingSince: new Date('2025-11-04T10:00:00.001Z') });
});

test('a file that can’t be reached for a month counts as absent', async () => {
  site.set('/robots.txt', { status: 503 });
  await expect(process().read(url)).rejects.toMatchObject({ retryable: true });
  time += 30 * DAY + 1;

  expect(await process().read(url)).toBeNull();
});

test('of a file that is far too long the beginning is read', async () => {
  site.set('/robots.txt', { body: `${RULES}# ${'x'.repeat(2_000_000)}` });

  const text = await process().read(url);

  expect(text).toMatch(/^User-agent: \*\nDisallow: \/a\n#/);
  expect(text).toHaveLength(512 * 1024);
});

test('five redirects are followed, and redirects without end are no file', async () => {
  const to = (location: string) => ({ status: 301, headers: { location } });
  for (let n = 0; n < 4; n++) site.set(n === 0 ? '/robots.txt' : `/${n}`, to(`/${n + 1}`));
  site.set('/4', to('/rules.txt'));
  site.set('/rules.txt', { body: RULES });

  expect(await process().read(url)).toBe(RULES);
  site.set('/4', to('/robots.txt'));
  stored.clear();
  expect(await process().read(url)).toBeNull();
});

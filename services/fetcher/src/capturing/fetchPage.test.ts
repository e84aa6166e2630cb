import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestFetcher, type TestFetcher } from '../testSite/testFetcher.ts';
import { articlePage, startTestSite, type TestSite } from '../testSite/testSite.ts';
import { fetchPage } from './fetchPage.ts';

let fetcher: TestFetcher;
let site: TestSite;

beforeEach(async () => {
  [fetcher, site] = await Promise.all([createTestFetcher(), startTestSite()]);
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

function fetchA() {
  const signal = AbortSignal.timeout(10_000);
  return fetchPage(fetcher.context, { url: `${site.url}/a`, lastRevision: null, isLastAttempt: true, signal });
}

test('a page that robots.txt forbids is not fetched, and the line that forbids it is told', async () => {
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /a\n' });

  expect(await fetchA()).toMatchObject({ outcome: 'unavailable', reason: 'robots', detail: expect.stringContaining('by "Disallow: /a"') });
  expect(site.requests).toEqual(['/robots.txt']);
});

test('a page that leads to one that robots.txt forbids is not read', async () => {
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /private\n' });
  site.set('/a', { status: 302, headers: { location: '/private/a' } });
  site.set('/private/a', articlePage('Secret', 'Worth $1 billion.'));

  expect(await fetchA()).toMatchObject({ outcome: 'unavailable', reason: 'robots' });
});

test('a page whose publisher reserves it is not read, and the signal is told', async () => {
  site.set('/a', { ...articlePage('Deal', 'Worth $1 billion.'), headers: { 'x-robots-tag': 'noai' } });

  expect(await fetchA()).toEqual({
    outcome: 'unavailable',
    reason: 'reserved',
    detail: `The publisher reserves ${site.url}/a: the HTTP header X-Robots-Tag says noai`,
    httpStatus: 200,
    mayPass: false,
  });
});

test('a page that nobody forbids or reserves is given as it came', async () => {
  site.set('/a', articlePage('Deal', 'Worth $1 billion.'));

  expect(await fetchA()).toMatchObject({ outcome: 'page', page: { status: 200, url: `${site.url}/a` } });
  expect(site.requests).toEqual(['/robots.txt', '/a', '/.well-known/tdmrep.json']);
});

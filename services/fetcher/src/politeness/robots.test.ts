import { createHttpClient } from '@newsledger/platform';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../testSite/testSite.ts';
import { createRobots } from './robots.ts';

const http = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] });
let site: TestSite;

beforeEach(async () => {
  site = await startTestSite();
});

afterEach(() => site.close());
afterAll(() => http.close());

test('what robots.txt forbids to us is not allowed, and the rest is', async () => {
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /\n\nUser-agent: Newsledger\nDisallow: /private\nCrawl-delay: 3\n' });
  const robots = createRobots(http);

  expect(await robots.check(`${site.url}/private/a`)).toEqual({ allowed: false, crawlDelayMs: 3_000 });
  expect(await robots.check(`${site.url}/news/a`)).toEqual({ allowed: true, crawlDelayMs: 3_000 });
});

test('robots.txt is asked for once, also by many at the same time', async () => {
  site.set('/robots.txt', { body: 'User-agent: *\nAllow: /\n' });
  const robots = createRobots(http);

  await Promise.all(Array.from({ length: 5 }, (_, index) => robots.check(`${site.url}/${index}`)));

  expect(site.requests).toEqual(['/robots.txt']);
});

test.each([404, 403, 410])('a host whose robots.txt answers %i has no rules', async (status) => {
  site.set('/robots.txt', { status });

  expect(await createRobots(http).check(`${site.url}/a`)).toEqual({ allowed: true, crawlDelayMs: null });
});

test.each([500, 503, 429])('while robots.txt answers %i nothing may be fetched, and it is asked for again', async (status) => {
  site.set('/robots.txt', { status }, { body: '' });
  const robots = createRobots(http);

  await expect(robots.check(`${site.url}/a`)).rejects.toMatchObject({ retryable: true, httpStatus: status });
  expect(await robots.check(`${site.url}/a`)).toMatchObject({ allowed: true });
});

import { expect, test } from 'vitest';
import { createRobots } from './robots.ts';

const MINE = 'User-agent: *\nDisallow: /\n\nUser-agent: Newsledger\nDisallow: /private\nCrawl-delay: 3\n';

function robotsOf(text: string | null) {
  const asked: string[] = [];
  const read = async (url: string) => {
    asked.push(url);
    return text;
  };
  return { robots: createRobots({ read }), asked };
}

test('what robots.txt forbids to us is not allowed, and the rest is', async () => {
  const { robots, asked } = robotsOf(MINE);

  expect(await robots.check('https://news.example:8443/private/a')).toEqual({
    allowed: false,
    crawlDelayMs: 3_000,
    rule: 'Disallow: /private',
  });
  expect(await robots.check('https://news.example/news/a')).toEqual({ allowed: true, crawlDelayMs: 3_000, rule: null });
  expect(asked).toEqual(['https://news.example:8443/robots.txt', 'https://news.example/robots.txt']);
});

test('a host without robots.txt has no rules', async () => {
  expect(await robotsOf(null).robots.check('https://news.example/a')).toEqual({ allowed: true, crawlDelayMs: null, rule: null });
});

test('a delay under which nothing would ever be read is shortened', async () => {
  const { robots } = robotsOf('User-agent: *\nCrawl-delay: 86400\n');

  expect((await robots.check('https://news.example/a')).crawlDelayMs).toBe(30_000);
});

import http from 'node:http';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newsroom, startNewsroom } from './startNewsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom({ port: 0 });
});
afterAll(() => newsroom.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(newsroom.url + path, { headers, redirect: 'manual' });
const etagOf = (response: Response) => response.headers.get('etag') ?? 'none';

const corrected = '/morning-tape/archives/2025/11/openai-amazon-monster-deal.html';
const regional = '/northwest-tech-journal/story.php?id=4417';

describe('time passes per client', () => {
  test('who shows no entity tag gets the first edition, again and again', async () => {
    await get(corrected);
    const again = await get(corrected);
    expect(await again.text()).toContain('an $83 billion cloud contract');
  });

  test('who names the first edition gets the second one', async () => {
    const first = await get(corrected);
    const second = await get(corrected, { 'if-none-match': etagOf(first) });
    expect(second.status).toBe(200);
    expect(await second.text()).toContain('Correction (15:25): The OpenAI contract');
  });

  test('who names the last edition learns that nothing changed', async () => {
    const second = await get(corrected, { 'if-none-match': etagOf(await get(corrected)) });
    const third = await get(corrected, { 'if-none-match': etagOf(second) });
    expect(third.status).toBe(304);
  });

  test('a date does the same where a client keeps no entity tags', async () => {
    const first = await get(corrected);
    const second = await get(corrected, { 'if-modified-since': first.headers.get('last-modified') ?? '' });
    expect(await second.text()).toContain('Correction (15:25)');
  });

  test('a feed lists the changed date of a corrected article in its second state', async () => {
    const first = await get('/morning-tape/index.rdf');
    const second = await get('/morning-tape/index.rdf', { 'if-none-match': etagOf(first) });
    expect(await first.text()).not.toContain('2025-11-03T15:25:00+00:00');
    expect(await second.text()).toContain('2025-11-03T15:25:00+00:00');
  });
});

describe('what the open web does', () => {
  test('a withdrawn article is gone for whoever has seen it, and its feed says so', async () => {
    const post = '/morning-tape/archives/2025/09/tessaly-price-cut.html';
    const seen = { 'if-none-match': etagOf(await get(post)) };
    expect((await get(post, seen)).status).toBe(410);
    expect((await get(post, seen)).status).toBe(410);
    const feed = await get('/morning-tape/index.rdf', { 'if-none-match': etagOf(await get('/morning-tape/index.rdf')) });
    expect(await feed.text()).toContain('<title>Withdrawn: Brightmoor said to cut');
  });

  test('a client is told to slow down once, and is served from then on', async () => {
    const headers = { 'user-agent': 'a client of its own' };
    const busy = '/byteside/2025/11/what-openai-has-promised';
    const first = await get(busy, headers);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await get(busy, headers)).status).toBe(200);
    expect((await get(busy, { 'user-agent': 'another client' })).status).toBe(429);
  });

  test('an article that moved redirects for good', async () => {
    const response = await get('/byteside/2025/10/rainier-trainium-cornfield');
    expect(response.status).toBe(301);
    expect((await get(response.headers.get('location') ?? '')).status).toBe(200);
  });

  test('robots.txt forbids a folder in which an article lies', async () => {
    const robots = await (await get('/robots.txt')).text();
    expect(robots).toContain('Disallow: /grid-capital/clients/');
    expect(await (await get('/grid-capital/insights/atom.xml')).text()).toContain('href="clients/ai-ready-capacity"');
  });

  test('bodies are compressed for whoever asks', async () => {
    const response = await get('/cloudline/press', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('release-card');
  });

  test('the hard paywall answers 402 and shows no more than the headline', async () => {
    const response = await get('/ledger-market/content/7d0c5c2e-openai-aws?cmpid=rss_companies');
    expect(response.status).toBe(402);
    expect(await response.text()).not.toContain('is for subscribers.');
  });

  test('a feed in windows-1252 says so in its declaration only', async () => {
    const response = await get('/northwest-tech-journal/rss.php');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('text/xml');
    expect(iconv.decode(bytes, 'windows-1252')).toContain('Seattle’s cloud giant');
  });

  test('an article is found by its number, whatever else the query says', async () => {
    const response = await get(`${regional}&ref=rss`);
    expect(response.status).toBe(200);
  });

  test('an outlet without entity tags sends dates', async () => {
    const first = await get(regional);
    const second = await get(regional, { 'if-modified-since': first.headers.get('last-modified') ?? '' });
    expect(first.headers.get('etag')).toBeNull();
    expect(second.status).toBe(304);
  });

  test('a daily sets amounts with narrow no-break spaces', async () => {
    const response = await get('/harbour-post/2025/11/03/openai-signs-amazon-cloud-contract.html');
    expect(await response.text()).toContain('$38\u202Fbillion of cloud computing');
  });

  test('an analyst sets thousands apart with thin spaces', async () => {
    const response = await get('/grid-capital/insights/openai-aws-what-it-buys');
    expect(await response.text()).toContain('500\u2009000 chips');
  });

  test('a copy names the original as its canonical address', async () => {
    const response = await get('/byteside/2025/11/wire-openai-amazon-web-services');
    const original = '/meridian-wire/technology/openai-amazon-web-services-38-billion-2025-11-03';
    expect(await response.text()).toContain(`<link rel="canonical" href="${newsroom.url}${original}">`);
    expect((await get(original)).status).toBe(200);
  });

  test('what nobody published is not found, and only reading is allowed', async () => {
    expect((await get('/meridian-wire/../../etc/passwd')).status).toBe(404);
    expect((await fetch(newsroom.url, { method: 'POST' })).status).toBe(405);
  });
});

describe('links repeat the name by which it was asked', () => {
  const askedAs = (host: string) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const request = http.get(`${newsroom.url}/byteside/feed.json`, { headers: { host } }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, body }));
      });
      request.on('error', reject);
    });

  test('also a service of a swarm, whose names have underscores', async () => {
    const { status, body } = await askedAs('newsledger_newsroom:4780');
    expect(status).toBe(200);
    expect(body).toContain('http://newsledger_newsroom:4780/byteside/');
  });

  test('but nothing that is no name', async () => {
    expect((await askedAs('a"b')).status).toBe(400);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceKind } from '@newsledger/events';
import { createHttpClient, type HttpClient } from '@newsledger/platform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describedSource } from './describedSource.ts';
import { discoverSource } from './discoverSource.ts';
import { sourceTroubles } from './sourceTroubles.ts';

let server: Server;
let http: HttpClient;
let url: string;
let pages: Map<string, [type: string, body: string]>;

const HTML = 'text/html';
const feed = (items = '<item><title>A deal of $38bn</title><link>/a</link></item>') =>
  `<rss version="2.0"><channel><title>All news</title>${items}</channel></rss>`;

beforeEach(async () => {
  pages = new Map();
  server = createServer((request, response) => {
    const [type, body] = pages.get(request.url ?? '') ?? ['text/plain', null];
    if (body === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient({ userAgent: 'Newsledger/test', allowAddresses: ['127.0.0.0/8'] });
});

afterEach(async () => {
  await http.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function discover(path: string, kind?: SourceKind) {
  return discoverSource(http, describedSource(url + path, { ...(kind !== undefined && { kind }) }));
}

test('the first feed that a page names and that lists something is taken', async () => {
  pages.set('/', [
    HTML,
    '<link rel="alternate" type="application/rss+xml" href="/broken"><a href="/empty.rss">E</a><a href="/feed.xml">RSS</a>',
  ]);
  pages.set('/empty.rss', ['application/rss+xml', feed('')]);
  pages.set('/feed.xml', ['application/rss+xml', feed()]);

  expect(await discover('/')).toMatchObject({
    settings: { url: `${url}/feed.xml`, kind: 'feed' },
    rule: 'the page names it by a link that looks like a feed',
    others: [`${url}/broken`, `${url}/empty.rss`],
    trial: { reading: { outcome: 'read', document: { title: 'All news', rule: 'its root is <rss>' } } },
  });
});

test('a site that names no feed may have one at a usual place', async () => {
  pages.set('/', [HTML, '<title>Home</title>']);
  pages.set('/rss.xml', ['text/xml', feed()]);

  expect(await discover('/')).toMatchObject({ settings: { url: `${url}/rss.xml` }, rule: '/rss.xml is a usual place for a feed' });
});

test('else the news sitemap is taken that robots.txt names', async () => {
  const sitemap = (path: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${url}${path}</loc></url></urlset>`;
  pages.set('/', [HTML, '<title>Home</title>']);
  pages.set('/robots.txt', ['text/plain', `User-agent: *\nAllow: /\nSitemap: ${url}/all.xml\nsitemap: /news.xml\n`]);
  pages.set('/all.xml', ['application/xml', sitemap('/old')]);
  pages.set('/news.xml', ['application/xml', sitemap('/new')]);

  expect(await discover('/')).toMatchObject({
    settings: { url: `${url}/news.xml`, kind: 'sitemap' },
    rule: 'robots.txt names it as a sitemap',
  });
});

test('a page inside a site that names no feed is read as a list', async () => {
  const item = (n: number) => `<li><time datetime="2025-11-0${n}">${n}</time><a href="/r/${n}">Release ${n}</a></li>`;
  pages.set('/press', [HTML, `<main><ul>${[1, 2, 3].map(item).join('')}</ul></main>`]);

  expect(await discover('/press')).toMatchObject({
    settings: { url: `${url}/press`, kind: 'list' },
    trial: { reading: { entries: [{ title: 'Release 1' }, { title: 'Release 2' }, { title: 'Release 3' }] } },
  });
});

test('what is said to be a page is not searched', async () => {
  pages.set('/', [HTML, '<title>Prices</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>It costs $5.</p>']);
  pages.set('/feed.xml', ['application/rss+xml', feed()]);

  expect(await discover('/', 'page')).toMatchObject({ settings: { url: `${url}/` }, rule: null });
});

test('an address without its scheme is meant as https', () => {
  expect(describedSource('example.com/news', {}).url).toBe('https://example.com/news');
});

test('dates that can’t be are told before a source is followed', async () => {
  const item = (path: string, date: string) => `<item><title>T</title><link>/${path}</link><pubDate>${date}T09:00:00Z</pubDate></item>`;
  const items = [item('a', '2025-11-02'), item('b', '1970-01-01'), item('c', '2025-11-01'), item('d', '2009-11-01')];
  pages.set('/feed.xml', ['application/rss+xml', feed(items.join(''))]);
  const { trial } = await discover('/feed.xml');

  expect(sourceTroubles(trial, new Date('2025-11-03T00:00:00Z'))).toEqual([
    "2 of 4 entries have a date that can't be, before 1990 or years away from all others: they count as undated.",
  ]);
});

test('what is wrong with a source is told in sentences', async () => {
  const items = `<item><title>Tom & Jerry</title><link>/a</link><pubDate>Mon, 06 Jan 2025 09:00:00 GMT</pubDate></item><item><link>/b</link></item>
    <item><title>No address</title></item><item><title>Tomorrow</title><link>/c</link><pubDate>Fri, 01 Jan 2100 09:00:00 GMT</pubDate></item>`;
  pages.set('/feed.xml', ['application/rss+xml', feed(items)]);
  pages.set('/robots.txt', ['text/plain', 'User-agent: *\nDisallow: /a\n']);
  const { trial } = await discover('/feed.xml');

  expect(sourceTroubles(trial, new Date('2025-11-03T00:00:00Z'))).toEqual([
    'An ampersand is not escaped. It was repaired.',
    '1 of 4 entries have no address that can be fetched: only what the source says of them is read.',
    '1 of 4 entries have no title: their pages must tell.',
    '2 of 4 entries have no date that can be read: their pages must tell.',
    '1 of 4 entries are dated in the future: check its clock.',
    'Nothing new for 300 days: it may have moved.',
    `robots.txt forbids the first article's page by "Disallow: /a": where it does, only what the source itself says is read.`,
  ]);
});

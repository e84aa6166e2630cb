/** The site that `fetch.ts` reads, in a process of its own so that its work isn't measured: `node fetchSite.ts FEEDS ARTICLES`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FEEDS = Number(process.argv[2]);
const ARTICLES = Number(process.argv[3]);

/** About as long as a news article. */
const PARAGRAPHS = 12;
const SENTENCES = [
  'The company agreed to buy cloud capacity for $38 billion over seven years, people familiar with the matter said.',
  'Shares rose 4.2 per cent in early trading, and analysts raised their estimates for the coming year.',
  'The board had discussed the plan since March, according to a filing, and expects approval before the summer.',
  'About 1,200 engineers will move to the new site, where a plant of 300 megawatts is being built.',
];

/** Menus, scripts and styles make up most of a page. */
const FURNITURE = `<nav>${'<a href="/section">Section</a> '.repeat(60)}</nav><style>${'.x{color:red} '.repeat(300)}</style>`;

const server = createServer((request, response) => {
  const [, kind, feed = '0', article = '0'] = (request.url ?? '').split('/');
  const etag = `"${kind}-${feed}-${article}"`;
  if (kind !== 'feed' && kind !== 'article') return response.writeHead(404).end();
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  const type = kind === 'feed' ? 'application/rss+xml' : 'text/html; charset=utf-8';
  return response.writeHead(200, { etag, 'content-type': type }).end(kind === 'feed' ? feedOf(feed) : pageOf(feed, article));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

function feedOf(feed: string): string {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const items = Array.from(
    { length: ARTICLES },
    (_, n) =>
      `<item><title>Deal ${feed}.${n} of the day</title><link>${origin}/article/${feed}/${n}</link><guid>${feed}-${n}</guid><pubDate>Mon, 03 Nov 2025 ${String(n % 24).padStart(2, '0')}:00:00 GMT</pubDate><description>${SENTENCES[n % SENTENCES.length]}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed} of ${FEEDS}</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}

function pageOf(feed: string, article: string): string {
  const text = Array.from(
    { length: PARAGRAPHS },
    (_, n) => `<p>${SENTENCES.map((sentence) => `${sentence} (${feed}.${article}.${n})`).join(' ')}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>Deal ${feed}.${article}</title><meta property="article:published_time" content="2025-11-03T10:00:00Z"></head><body>${FURNITURE}<article><h1>Deal ${feed}.${article} of the day</h1>${text.join('')}</article><footer>${FURNITURE}</footer></body></html>`;
}

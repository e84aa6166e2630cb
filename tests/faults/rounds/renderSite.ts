import { articlesOf, type Outlet, type SiteArticle } from './editions.ts';

const HOUR_MS = 3_600_000;

/** What the outlets' site answers to each path in one edition. */
export function renderSite(edition: number, origin: string): Map<string, { readonly type: string; readonly body: string }> {
  const articles = articlesOf(edition);
  const pages = articles
    .filter(({ isMissing }) => !isMissing)
    .map((article) => [pathOf(article), { type: 'text/html; charset=utf-8', body: renderPage(article) }] as const);
  const feeds = (['north', 'south'] as const).map(
    (outlet) =>
      [`/${outlet}/feed.xml`, { type: 'application/rss+xml; charset=utf-8', body: renderFeed(outlet, articles, origin) }] as const,
  );
  return new Map([...pages, ...feeds, ['/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /private/\n' }]]);
}

function pathOf({ outlet, slug }: SiteArticle): string {
  return `/${outlet}/${slug}`;
}

function renderPage({ title, paragraphs, publishedAt, version }: SiteArticle): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${publishedAt.toISOString()}"><meta property="article:modified_time" content="${new Date(publishedAt.getTime() + version * HOUR_MS).toISOString()}"></head>
<body><article><h1>${title}</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article></body></html>`;
}

function renderFeed(outlet: Outlet, articles: readonly SiteArticle[], origin: string): string {
  const items = articles
    .filter((article) => article.outlet === outlet)
    .toReversed()
    .map(
      (article) =>
        `<item><title>${article.title}</title><link>${origin}${pathOf(article)}</link><guid>${origin}${pathOf(article)}</guid>` +
        `<pubDate>${article.publishedAt.toUTCString()}</pubDate><description>${article.summary}</description></item>`,
    );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The ${outlet}</title><link>${origin}/${outlet}</link><description>News</description>${items.join('\n')}</channel></rss>`;
}

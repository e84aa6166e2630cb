import * as cheerio from 'cheerio';
import type { SourceKind } from './feedReading.ts';
import { resolveUrl } from './text/resolveUrl.ts';

export interface DiscoveredFeed {
  url: string;
  title: string;
  kind: SourceKind;
  /** What in the page names it, for people. */
  rule: string;
}

const FEED_TYPES = /^(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/json\+feed|text\/(rss\+)?xml|application\/xml)/i;
const FEED_ADDRESS = /(^|[/._-])(rss|atom|feeds?|index\.rdf)([/._?-]|$)|\.(rss|atom|rdf)$|feed\.(xml|json)$|^https?:\/\/(feeds?|rss)\./i;
const SITEMAP_ADDRESS = /sitemap[^/]*\.xml/i;

/** Feeds that a page names: declared ones first, then links that look like feeds or sitemaps. */
export function discoverFeeds(html: string, url: string): DiscoveredFeed[] {
  const $ = cheerio.load(html);
  const base = resolveUrl($('base[href]').attr('href') ?? '', url) ?? url;
  const found = new Map<string, DiscoveredFeed>();
  const add = (reference: string | undefined, title: string, kind: SourceKind, rule: string) => {
    const address = resolveUrl(
      (reference ?? '').replace(/^feed:(\/\/)?/i, (scheme) => (scheme.endsWith('//') ? 'https://' : '')),
      base,
    );
    if (address !== null && !found.has(address)) found.set(address, { url: address, title: title.replace(/\s+/g, ' ').trim(), kind, rule });
  };
  $('link[rel~="alternate" i], link[rel~="feed" i]').each((_, element) => {
    const link = $(element);
    if (FEED_TYPES.test(link.attr('type') ?? '') || /(^|\s)feed(\s|$)/i.test(link.attr('rel') ?? ''))
      add(link.attr('href'), link.attr('title') ?? '', 'feed', 'a <link rel="alternate">');
  });
  $('link[rel~="sitemap" i]').each((_, element) =>
    add($(element).attr('href'), $(element).attr('title') ?? '', 'sitemap', 'a <link rel="sitemap">'),
  );
  $('a[href]').each((_, element) => {
    const link = $(element);
    const href = link.attr('href') ?? '';
    if (SITEMAP_ADDRESS.test(href)) add(href, link.text(), 'sitemap', 'a link that looks like a sitemap');
    else if (FEED_ADDRESS.test(href) || /^feed:/i.test(href)) add(href, link.text(), 'feed', 'a link that looks like a feed');
  });
  // A feed of comments is seldom what is meant, and often comes second.
  const isAside = ({ url: address, title }: DiscoveredFeed) => Number(/comment|kommentar|comentario/i.test(`${title} ${address}`));
  return [...found.values()].sort((a, b) => isAside(a) - isAside(b));
}

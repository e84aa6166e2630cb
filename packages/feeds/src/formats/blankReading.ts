import type { FeedFormat, FeedReading } from '../feedReading.ts';

/** A reading by cheerio of which only the format is known yet. */
export function blankReading(format: FeedFormat): Omit<FeedReading, 'charset' | 'problems'> {
  return {
    format,
    rule: '',
    reader: 'cheerio',
    title: '',
    titleHtml: '',
    link: null,
    id: null,
    subtitle: '',
    author: null,
    language: null,
    publishedAt: null,
    updatedAt: null,
    entries: [],
    sitemaps: [],
    hubs: [],
    self: null,
    ttlSeconds: null,
  };
}

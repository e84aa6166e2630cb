import * as cheerio from 'cheerio/slim';
import { parseFeedDate } from '../dates/parseFeedDate.ts';
import type { FeedEntry, FeedReading } from '../feedReading.ts';
import { resolveUrl } from '../text/resolveUrl.ts';
import type { WellFormed } from '../xml/wellFormed.ts';
import { blankReading } from './blankReading.ts';

/** Entries of a sitemap or news sitemap, or the sitemaps that an index names (sitemaps.org 0.9, Google News 0.9). */
export function readSitemap(document: WellFormed, url: string): Omit<FeedReading, 'charset' | 'problems'> {
  const $ = cheerio.load(document.xml, { xml: true });
  if (document.family === 'sitemap-index') {
    const sitemaps = $('sitemapindex > sitemap')
      .toArray()
      .flatMap((element) => {
        const address = resolveUrl($(element).children('loc').text(), url);
        return address === null ? [] : [{ url: address, modifiedAt: isoOf($(element).children('lastmod').text()) }];
      });
    return { ...blankReading('sitemap-index'), sitemaps };
  }
  const entries = $('urlset > url')
    .toArray()
    .flatMap((element): FeedEntry[] => {
      const address = resolveUrl($(element).children('loc').text(), url);
      if (address === null) return [];
      const news = $(element).children('news\\:news');
      const title = oneLine(news.children('news\\:title').text());
      const updatedAt = isoOf($(element).children('lastmod').text());
      return [
        {
          id: address,
          ownId: null,
          url: address,
          title,
          titleHtml: title,
          summary: '',
          summaryHtml: '',
          content: null,
          author: null,
          publishedAt: isoOf(news.children('news\\:publication_date').text()),
          updatedAt,
          language: news.find('news\\:publication > news\\:language').text().trim() || null,
        },
      ];
    });
  const name = oneLine($('news\\:publication > news\\:name').first().text());
  return { ...blankReading($('news\\:news').length > 0 ? 'news-sitemap' : 'sitemap'), title: name, titleHtml: name, entries };
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

function isoOf(text: string): string | null {
  const instant = parseFeedDate(text);
  return instant === null ? null : new Date(instant).toISOString();
}

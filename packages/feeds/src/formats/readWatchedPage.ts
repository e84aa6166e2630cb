import * as cheerio from 'cheerio';
import { parseFeedDate } from '../dates/parseFeedDate.ts';
import type { FeedReading } from '../feedReading.ts';
import { blankReading } from './blankReading.ts';

const PUBLISHED = ['meta[property="article:published_time"]', 'meta[itemprop="datePublished"]', 'meta[name="date"]', 'time[datetime]'];
const UPDATED = ['meta[property="article:modified_time"]', 'meta[itemprop="dateModified"]', 'meta[name="last-modified"]'];

/** A watched page is one entry: itself. Its address is the one that was asked for, so that it stays one article whatever it links to. */
export function readWatchedPage(html: string, url: string): Omit<FeedReading, 'charset' | 'problems'> {
  const $ = cheerio.load(html);
  const title =
    oneLine($('meta[property="og:title"]').attr('content') ?? '') || oneLine($('h1').first().text()) || oneLine($('title').first().text());
  const summary = oneLine($('meta[property="og:description"]').attr('content') ?? $('meta[name="description"]').attr('content') ?? '');
  const entry = {
    id: url,
    ownId: null,
    url,
    title,
    titleHtml: title,
    summary,
    summaryHtml: summary,
    content: null,
    author: oneLine($('meta[name="author"]').attr('content') ?? '') || null,
    publishedAt: dateIn($, PUBLISHED),
    updatedAt: dateIn($, UPDATED),
    language: $('html').attr('lang') ?? null,
  };
  return { ...blankReading('page'), title, titleHtml: title, link: url, language: entry.language, entries: [entry] };
}

function dateIn($: cheerio.CheerioAPI, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const element = $(selector).first();
    const instant = parseFeedDate(element.attr('content') ?? element.attr('datetime') ?? '');
    if (instant !== null) return new Date(instant).toISOString();
  }
  return null;
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

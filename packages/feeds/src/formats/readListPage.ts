import * as cheerio from 'cheerio';
import { parseFeedDate } from '../dates/parseFeedDate.ts';
import { type FeedEntry, type FeedReading, FeedUnreadableError, type ListSelectors } from '../feedReading.ts';
import { resolveUrl } from '../text/resolveUrl.ts';
import { blankReading } from './blankReading.ts';

type Reading = Omit<FeedReading, 'charset' | 'problems'>;

/** What holds an entry on press-room pages whose selectors nobody wrote down; the first that yields two entries is taken. */
const USUAL_ENTRIES = [
  'article:has(a[href])',
  'main li:has(time):has(a[href])',
  'li:has(time):has(a[href])',
  'tr:has(time):has(a[href])',
  'main :is(h2,h3):has(a[href])',
  ':is(h2,h3):has(a[href])',
];
const DATE_ELEMENTS = 'time, [datetime], [class*="date" i], [class*="published" i], [itemprop="datePublished"]';

/**
 * Entries of a press room's list page, newest first as the page has them.
 * @throws {FeedUnreadableError} when a selector is no CSS selector.
 */
export function readListPage(html: string, url: string, select: ListSelectors | null): Reading {
  const $ = cheerio.load(html);
  const base = resolveUrl($('base[href]').attr('href') ?? '', url) ?? url;
  const title = oneLine($('title').first().text());
  const { entries, rule } = withValidSelectors(() => {
    for (const entry of select ? [select.entry] : USUAL_ENTRIES) {
      const found = uniqueByUrl(
        $(entry)
          .toArray()
          .flatMap((element) => entryOf($(element), base, select)),
      );
      if (select || found.length >= 2)
        return { entries: found, rule: `${select ? 'its selector' : 'the usual selector'} ${entry} found ${found.length} entries` };
    }
    return { entries: [], rule: 'no usual selector found two entries' };
  });
  return { ...blankReading('list'), rule, title, titleHtml: title, link: url, language: $('html').attr('lang') ?? null, entries };
}

function entryOf(
  element: cheerio.Cheerio<never> | ReturnType<cheerio.CheerioAPI>,
  base: string,
  select: ListSelectors | null,
): FeedEntry[] {
  const link = select?.link
    ? element.find(select.link).first()
    : element.is('a[href]')
      ? element
      : element.find(':is(h1,h2,h3,h4) a[href], a[href]').first();
  const url = resolveUrl(link.attr('href') ?? link.find('a[href]').attr('href') ?? '', base);
  if (url === null) return [];
  const heading = select?.title ? element.find(select.title).first() : element.find('h1, h2, h3, h4').first();
  const title = oneLine(heading.text()) || oneLine(link.text()) || oneLine(link.attr('title') ?? '');
  const summary = oneLine(select?.summary ? element.find(select.summary).first().text() : element.find('p').first().text());
  const dated = element.find(select?.published ?? DATE_ELEMENTS).toArray();
  const published = dated.flatMap((_, index) => dateOf(element.find(select?.published ?? DATE_ELEMENTS).eq(index)) ?? [])[0] ?? null;
  return [
    {
      id: url,
      ownId: null,
      url,
      title,
      titleHtml: title,
      summary,
      summaryHtml: summary,
      content: null,
      author: null,
      publishedAt: published,
      updatedAt: null,
      language: null,
    },
  ];
}

function dateOf(element: ReturnType<cheerio.CheerioAPI>): string | null {
  for (const text of [element.attr('datetime'), element.attr('content'), element.text()]) {
    const instant = parseFeedDate(oneLine(text ?? ''));
    if (instant !== null) return new Date(instant).toISOString();
  }
  return null;
}

function uniqueByUrl(entries: readonly FeedEntry[]): FeedEntry[] {
  const byUrl = new Map<string, FeedEntry>();
  for (const entry of entries) if (!byUrl.has(entry.id) && entry.title !== '') byUrl.set(entry.id, entry);
  return [...byUrl.values()];
}

function withValidSelectors<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FeedUnreadableError(
      `The page can't be read with these selectors: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

import { type AnyFeed, parseFeed } from 'feedsmith';
import { parseFeedDate } from '../dates/parseFeedDate.ts';
import type { FeedEntry, FeedReading } from '../feedReading.ts';
import { plainLine, plainText } from '../text/plainText.ts';
import { resolveUrl } from '../text/resolveUrl.ts';
import { safeHtml } from '../text/safeHtml.ts';
import { authorNames } from './authorNames.ts';
import { sharedIds } from './sharedIds.ts';

type Reading = Omit<FeedReading, 'charset' | 'problems'>;

/** JSON Feed, and whatever XML rss-parser refuses. @throws what feedsmith throws when the text is no feed. */
export function readWithFeedsmith(text: string, url: string): Reading {
  const parsed = parseFeed(text);
  return parsed.format === 'json' ? jsonReading(parsed.feed, url) : xmlReading(parsed, url);
}

type Json = Extract<AnyFeed, { format: 'json' }>['feed'];

function jsonReading(feed: Json, url: string): Reading {
  const shared = sharedIds((feed.items ?? []).map(({ id, title }) => ({ id, title: title ?? '' })));
  const entries = (feed.items ?? []).map((item) => {
    const described = item.summary ?? '';
    const body = item.content_text ?? item.content_html ?? '';
    return entryFrom(url, {
      id: item.id,
      links: [item.url, item.external_url, addressIn(item.id, shared), item.attachments?.[0]?.url],
      title: item.title,
      summary: described === '' ? body : described,
      html: described === '' && item.content_text === undefined,
      content: item.content_html ?? item.content_text,
      contentIsHtml: item.content_html !== undefined,
      author: names(item.authors) ?? names(feed.authors),
      published: item.date_published,
      updated: item.date_modified,
      language: item.language,
    });
  });
  const link = feed.home_page_url === undefined ? null : resolveUrl(feed.home_page_url, url);
  const hubs = (feed.hubs ?? []).flatMap((hub) => (/^websub$/i.test(hub.type ?? '') ? (resolveUrl(hub.url ?? '', url) ?? []) : []));
  return {
    ...headOf('json', feed.title, feed.description, link),
    author: names(feed.authors),
    language: feed.language ?? null,
    hubs,
    self: feed.feed_url === undefined ? null : resolveUrl(feed.feed_url, url),
    entries,
  };
}

function xmlReading(parsed: Exclude<AnyFeed, { format: 'json' }>, url: string): Reading {
  if (parsed.format === 'atom') {
    const shared = sharedIds((parsed.feed.entries ?? []).map(({ id, title }) => ({ id, title: textOf(title) ?? '' })));
    const linked = (links: readonly { href?: string; rel?: string }[] | undefined, rel: string) =>
      links?.find((link) => (link.rel ?? 'alternate') === rel)?.href;
    const entries = (parsed.feed.entries ?? []).map((entry) =>
      entryFrom(url, {
        id: entry.id,
        links: [linked(entry.links, 'alternate'), addressIn(entry.id, shared), linked(entry.links, 'enclosure')],
        title: textOf(entry.title),
        summary: textOf(entry.summary) ?? textOf(entry.content),
        html: true,
        content: textOf(entry.content),
        contentIsHtml: true,
        author: names(entry.authors) ?? names(entry.source?.authors) ?? names(parsed.feed.authors),
        published: entry.published,
        updated: entry.updated,
      }),
    );
    return { ...headOf('atom', textOf(parsed.feed.title), textOf(parsed.feed.subtitle), null), entries };
  }
  const entries = (parsed.feed.items ?? []).map((item) =>
    entryFrom(url, {
      id: 'guid' in item ? item.guid?.value : undefined,
      links: [item.link, 'enclosures' in item ? item.enclosures?.[0]?.url : undefined],
      title: item.title,
      summary: item.description ?? item.content?.encoded,
      html: true,
      content: item.content?.encoded,
      contentIsHtml: true,
      author: authorNames(item.dc?.creators ?? (parsed.format === 'rdf' ? parsed.feed.dc?.creators : undefined) ?? []),
      published: 'pubDate' in item ? item.pubDate : item.dc?.dates?.[0],
      updated: undefined,
    }),
  );
  const link = parsed.feed.link === undefined ? null : resolveUrl(parsed.feed.link, url);
  return { ...headOf(parsed.format === 'rdf' ? 'rdf' : 'rss', parsed.feed.title, parsed.feed.description, link), entries };
}

interface Fields {
  id: string | undefined;
  /** Where its page may be, the surest first. */
  links: readonly (string | undefined)[];
  title: string | undefined;
  summary: string | undefined;
  html: boolean;
  content: string | undefined;
  contentIsHtml: boolean;
  author: string | null | undefined;
  published: string | undefined;
  updated: string | undefined;
  language?: string | undefined;
}

function entryFrom(feedUrl: string, fields: Fields): FeedEntry {
  const title = { type: 'guess', value: fields.title ?? '' } as const;
  const summary = { type: fields.html ? 'guess' : 'text', value: fields.summary ?? '' } as const;
  const content = { type: fields.contentIsHtml ? 'html' : 'text', value: fields.content ?? '' } as const;
  const url = fields.links.flatMap((link) => (link === undefined ? [] : (resolveUrl(link, feedUrl) ?? [])))[0] ?? null;
  return {
    id: fields.id ?? url ?? '',
    ownId: fields.id ?? null,
    url,
    title: plainLine(title),
    titleHtml: safeHtml(title, feedUrl),
    summary: plainText(summary),
    summaryHtml: safeHtml(summary, feedUrl),
    content: content.value === '' ? null : plainText(content),
    author: fields.author ?? null,
    publishedAt: isoOf(fields.published),
    updatedAt: isoOf(fields.updated),
    language: fields.language ?? null,
  };
}

function headOf(format: Reading['format'], title: string | undefined, subtitle: string | undefined, link: string | null): Reading {
  const heading = { type: 'guess', value: title ?? '' } as const;
  return {
    format,
    rule: '',
    reader: 'feedsmith',
    title: plainLine(heading),
    titleHtml: heading.value,
    link,
    id: null,
    subtitle: subtitle ?? '',
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

/** Atom texts are strings in some versions of the library and objects with a value in others. */
function textOf(text: string | { value?: string } | undefined): string | undefined {
  return typeof text === 'object' ? text.value : text;
}

/** An id that is an address is one, unless entries of other titles have it too. */
function addressIn(id: string | undefined, shared: ReadonlySet<string>): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id) && !shared.has(id) ? id : undefined;
}

function names(authors: readonly { name?: string }[] | undefined): string | null {
  return authorNames((authors ?? []).flatMap((author) => author.name ?? []));
}

function isoOf(text: string | undefined): string | null {
  const instant = text === undefined ? null : parseFeedDate(text);
  return instant === null ? null : new Date(instant).toISOString();
}

/** What a source publishes; the same list as in sources.yaml. */
export type SourceKind = 'feed' | 'sitemap' | 'list' | 'page';

/** Where a list page keeps its entries, as CSS selectors; all but `entry` are looked up inside an entry. */
export interface ListSelectors {
  entry: string;
  link?: string | undefined;
  title?: string | undefined;
  published?: string | undefined;
  summary?: string | undefined;
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'cdf' | 'news-sitemap' | 'sitemap' | 'sitemap-index' | 'list' | 'page';

/** One article as a source lists it. */
export interface FeedEntry {
  /** The publisher's own id, else the address, else a digest-free key of title and date; unique within one reading. */
  id: string;
  /**
   * The publisher's own id where it tells this entry from all others of the document, so that it may name the entry wherever that moves;
   * null where there is none, or several entries share it.
   */
  ownId: string | null;
  /** Absolute http(s) address: its link, else an id that is one, else that of its enclosure; null when there is none to be captured. */
  url: string | null;
  /** Plain text on one line; empty when the entry has no title. */
  title: string;
  /** Title with its markup, sanitised, links absolute; equals `title` when there is none. */
  titleHtml: string;
  /** Plain text of the description (of the whole content when there is no description), paragraphs parted by newlines. */
  summary: string;
  summaryHtml: string;
  /** Plain text of the whole content, when the feed carries it besides the summary. */
  content: string | null;
  author: string | null;
  /** ISO 8601 in UTC; null when missing or unreadable. */
  publishedAt: string | null;
  updatedAt: string | null;
  language: string | null;
}

/** All that one document of a source says. */
export interface FeedReading {
  format: FeedFormat;
  /** Why it was read so: the element, key or selector that was found, for people. */
  rule: string;
  /** Which library read it: `rss-parser`, `feedsmith` or `cheerio`. */
  reader: 'rss-parser' | 'feedsmith' | 'cheerio';
  title: string;
  titleHtml: string;
  /** Home page of the source, absolute. */
  link: string | null;
  id: string | null;
  subtitle: string;
  author: string | null;
  language: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  charset: string;
  entries: FeedEntry[];
  /** Further sitemaps that a sitemap index names. */
  sitemaps: { url: string; modifiedAt: string | null }[];
  /** WebSub hubs that announce changes of this feed. */
  hubs: string[];
  /** The address by which hubs know this feed; null when it names none. */
  self: string | null;
  /** What was wrong and how it was read all the same, one sentence each. */
  problems: string[];
  /** How long the publisher says that nothing changes (`ttl`, `sy:updatePeriod`); null when it says nothing. */
  ttlSeconds: number | null;
}

/** Nothing can be read; retrying the same bytes can't help. */
export class FeedUnreadableError extends Error {
  override name = 'FeedUnreadableError';
  /** Whether the bytes were refused as an attack or a blow-up rather than as no feed. */
  readonly hostile: boolean;
  constructor(message: string, options: { hostile?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hostile = options.hostile ?? false;
  }
}

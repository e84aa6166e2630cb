import { hasWord, lineOf, type PageElement, standsIn } from '../page/pageElement.ts';
import { texts } from './jsonLd.ts';
import { pageDate } from './pageDate.ts';
import { metaValues, type PageFacts } from './pageFacts.ts';

const PUBLISHED = [
  'article:published_time', 'og:article:published_time', 'datepublished', 'article:published', 'og:published_time', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'published_time', 'published_at', 'date.issued', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created',
  'cxenseparse:recs:publishtime', 'article.published', 'published-date', 'article_date_original', 'originalpublicationdate', 'dcsext.articlefirstpublished', 'citation_publication_date', 'citation_date', 'date', 'dc.date', 'dcterms.date', 'article:post_date', 'datecreated', 'last-published', 'bt:pubdate', 'displaydate', 'ptime', 'buildtime', 'release_date', 'og:regdate', 'rnews:datepublished', 'timestamp', 'revision_date',
]; // biome-ignore format: a table
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'article:modified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'date.modified',
  'article.updated',
  'updated_time',
  'modified_time',
];
/** Classes of elements that may show a day. */
const DATE_CLASS = /publish|date|datum|timestamp|byline|meta/i;
/** Elements that show when an article was published, the surest first. */
const ELEMENTS: readonly ((element: PageElement) => boolean)[] = [
  ({ attribs }) => hasWord(attribs.itemprop, 'datePublished'),
  ({ name, attribs }) => name === 'time' && attribs.pubdate !== undefined,
  (element) => isDatedTime(element) && standsIn(element, isArticle),
  (element) => isDatedTime(element) && standsIn(element, isHeader),
  isDatedTime,
  ({ name, attribs }) => name === 'abbr' && hasWord(attribs.class, 'published'),
  ({ attribs }) => /publish/i.test(attribs.class ?? ''),
  ({ attribs }) => /(?:entry|post|article)-date/i.test(attribs.class ?? ''),
  (element) => element.name === 'time' && standsIn(element, (around) => isArticle(around) || isHeader(around)),
  ({ attribs }) => /date/i.test(attribs.class ?? ''),
  ({ attribs }) => /datum|timestamp|byline|meta/i.test(attribs.class ?? ''),
];
/** `/2025/11/03/` or `/2025-11-03-` in an address. */
const IN_ADDRESS = /[/_-](20\d\d|199\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/;
/** `/2025/nov/03/`. */
const NAMED_IN_ADDRESS = /\/(20\d\d|199\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{1,2})(?!\d)/i;
const MAX_ELEMENTS = 12;
const MAX_TEXT_LENGTH = 120;

/** Between which instants dates are taken for what they say, in milliseconds since 1970. */
export interface DateRange {
  readonly earliest: number;
  readonly latest: number;
}

/** From when newspapers were on the web until after any plausible clock. */
export const USUAL_DATES: DateRange = { earliest: Date.UTC(1990, 0), latest: Date.UTC(2100, 0) - 1 };

export interface FoundDate {
  /** ISO 8601 in UTC; null when nothing says when. */
  readonly date: string | null;
  /** Dates out of range that were passed over on the way, ISO 8601 in UTC. */
  readonly refused: readonly string[];
}

/** When the article was published: JSON-LD, metadata, the page's own words, its address. */
export function publishedAtOf(facts: PageFacts, range: DateRange): FoundDate {
  const refused: string[] = [];
  const linked = facts.articles.flatMap((node) => texts(node.datePublished ?? node.dateCreated ?? node.uploadDate));
  const others = facts.nodes.flatMap((node) => texts(node.datePublished));
  const declared = [...linked, ...PUBLISHED.flatMap((name) => facts.meta.get(name) ?? []), ...others];
  // What a page shows may be the day of an event long ago: only what it declares is believed to be so old.
  const shown = { ...range, earliest: Math.max(range.earliest, USUAL_DATES.earliest) };
  const date =
    firstDate(declared, range, refused) ??
    visibleDate(facts, shown) ??
    addressDate(facts.url, shown) ??
    visibleDate(facts, range) ??
    firstModified(facts, range, refused);
  return { date, refused };
}

export function modifiedAtOf(facts: PageFacts, range: DateRange): FoundDate {
  const refused: string[] = [];
  return { date: firstModified(facts, range, refused), refused };
}

function firstModified(facts: PageFacts, range: DateRange, refused: string[]): string | null {
  const linked = facts.articles.flatMap((node) => texts(node.dateModified));
  return (
    firstDate([...linked, ...metaValues(facts, MODIFIED)], range, refused) ??
    firstDate(
      facts.elements.modified.map(({ attribs }) => attribs.datetime || attribs.content),
      range,
      refused,
    )
  );
}

/** The first date in range; those before it that are out of range are added to `refused`. */
function firstDate(values: readonly (string | undefined)[], { earliest, latest }: DateRange, refused: string[] = []): string | null {
  for (const value of values) {
    const date = pageDate(value);
    if (date === null) continue;
    if (Date.parse(date) >= earliest && Date.parse(date) <= latest) return date;
    refused.push(date);
  }
  return null;
}

function visibleDate({ page }: PageFacts, range: DateRange): string | null {
  const candidates = page.elements.filter(
    ({ name, attribs }) =>
      name === 'time' || attribs.itemprop !== undefined || (attribs.class !== undefined && DATE_CLASS.test(attribs.class)),
  );
  for (const isDated of ELEMENTS) {
    for (const element of candidates.filter(isDated).slice(0, MAX_ELEMENTS)) {
      const { datetime, content, title } = element.attribs;
      const text = lineOf(element) ?? '';
      const date = firstDate([datetime, content, title, text.length <= MAX_TEXT_LENGTH ? text : ''], range);
      if (date !== null) return date;
    }
  }
  return null;
}

function isArticle({ name }: PageElement): boolean {
  return name === 'article';
}

function isHeader({ name }: PageElement): boolean {
  return name === 'header';
}

function isDatedTime({ name, attribs }: PageElement): boolean {
  return name === 'time' && attribs.datetime !== undefined;
}

function addressDate(url: string, range: DateRange): string | null {
  const match = IN_ADDRESS.exec(url);
  if (match) return firstDate([`${match[1]}-${match[2]}-${match[3]}`], range);
  const named = NAMED_IN_ADDRESS.exec(url);
  return named ? firstDate([`${named[3]} ${named[2]} ${named[1]}`], range) : null;
}

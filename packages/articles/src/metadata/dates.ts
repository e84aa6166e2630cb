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

/** When the article was published, ISO 8601 in UTC: JSON-LD, metadata, the page's own words, its address; null when nothing says so. */
export function publishedAtOf(facts: PageFacts): string | null {
  const linked = facts.articles.flatMap((node) => texts(node.datePublished ?? node.dateCreated ?? node.uploadDate));
  const others = facts.nodes.flatMap((node) => texts(node.datePublished));
  return (
    firstDate([...linked, ...PUBLISHED.flatMap((name) => facts.meta.get(name) ?? []), ...others]) ??
    visibleDate(facts) ??
    addressDate(facts.url) ??
    modifiedAtOf(facts)
  );
}

export function modifiedAtOf(facts: PageFacts): string | null {
  const linked = facts.articles.flatMap((node) => texts(node.dateModified));
  return (
    firstDate([...linked, ...metaValues(facts, MODIFIED)]) ??
    firstDate(facts.elements.modified.map(({ attribs }) => attribs.datetime || attribs.content))
  );
}

function firstDate(values: readonly (string | undefined)[]): string | null {
  for (const value of values) {
    const date = pageDate(value);
    if (date !== null) return date;
  }
  return null;
}

function visibleDate({ page }: PageFacts): string | null {
  const candidates = page.elements.filter(
    ({ name, attribs }) =>
      name === 'time' || attribs.itemprop !== undefined || (attribs.class !== undefined && DATE_CLASS.test(attribs.class)),
  );
  for (const isDated of ELEMENTS) {
    for (const element of candidates.filter(isDated).slice(0, MAX_ELEMENTS)) {
      const { datetime, content, title } = element.attribs;
      const text = lineOf(element) ?? '';
      const date = firstDate([datetime, content, title, text.length <= MAX_TEXT_LENGTH ? text : '']);
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

function addressDate(url: string): string | null {
  const match = IN_ADDRESS.exec(url);
  if (match) return pageDate(`${match[1]}-${match[2]}-${match[3]}`);
  const named = NAMED_IN_ADDRESS.exec(url);
  return named ? pageDate(`${named[3]} ${named[2]} ${named[1]}`) : null;
}

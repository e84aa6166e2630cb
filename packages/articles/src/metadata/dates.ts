import { type AnyNode, isTag } from 'domhandler';
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
const ELEMENTS = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'header time[datetime]',
  'time[datetime]',
  'abbr.published',
  '[class*="publish" i]',
  '[class*="entry-date" i], [class*="post-date" i], [class*="article-date" i]',
  'article time, header time',
  '[class*="date" i]',
  '[class*="datum" i], [class*="timestamp" i], [class*="byline" i], [class*="meta" i]',
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
    firstDate(facts.elements.modified.map((element) => attributeOf(element, 'datetime') || attributeOf(element, 'content')))
  );
}

function firstDate(values: readonly string[]): string | null {
  for (const value of values) {
    const date = pageDate(value);
    if (date !== null) return date;
  }
  return null;
}

function visibleDate({ $ }: PageFacts): string | null {
  for (const selector of ELEMENTS) {
    for (const element of $(selector).toArray().slice(0, MAX_ELEMENTS)) {
      const text = $(element).text().replace(/\s+/g, ' ').trim();
      const date = firstDate([
        attributeOf(element, 'datetime'),
        attributeOf(element, 'content'),
        attributeOf(element, 'title'),
        text.length <= MAX_TEXT_LENGTH ? text : '',
      ]);
      if (date !== null) return date;
    }
  }
  return null;
}

function addressDate(url: string): string | null {
  const match = IN_ADDRESS.exec(url);
  if (match) return pageDate(`${match[1]}-${match[2]}-${match[3]}`);
  const named = NAMED_IN_ADDRESS.exec(url);
  return named ? pageDate(`${named[3]} ${named[2]} ${named[1]}`) : null;
}

function attributeOf(node: AnyNode, name: string): string {
  return isTag(node) ? (node.attribs[name] ?? '') : '';
}

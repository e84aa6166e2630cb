export type RootFamily = 'rss' | 'rdf' | 'atom' | 'cdf' | 'sitemap' | 'sitemap-index' | 'opml';

/** Families of documents by the local name of their root, lower case. */
export const ROOTS: ReadonlyMap<string, RootFamily> = new Map<string, RootFamily>(
  Object.entries<RootFamily>({
    rss: 'rss',
    rdf: 'rdf',
    feed: 'atom',
    channel: 'cdf',
    urlset: 'sitemap',
    sitemapindex: 'sitemap-index',
    opml: 'opml',
  }),
);

/** Namespace (lower case, no slash at its end) → the prefix by which the readers know it; '' is the document's own vocabulary. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://backend.userland.com/rss': '',
    'http://backend.userland.com/rss2': '',
    'http://blogs.law.harvard.edu/tech/rss': '',
    'http://cyber.law.harvard.edu/rss': '',
    'http://purl.org/rss/1.0': '',
    'http://purl.org/net/rss1.1#': '',
    'http://my.netscape.com/rdf/simple/0.9': '',
    'http://channel.netscape.com/rdf/simple/0.9': '',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
    'http://purl.org/rss/1.0/modules/rss091#': '',
    'http://www.sitemaps.org/schemas/sitemap/0.9': '',
    'https://www.sitemaps.org/schemas/sitemap/0.9': '',
    'http://www.google.com/schemas/sitemap/0.84': '',
    'http://www.google.com/schemas/sitemap/0.9': '',
    'http://www.w3.org/2005/atom': 'atom',
    'https://www.w3.org/2005/atom': 'atom',
    'http://purl.org/atom/ns#': 'atom',
    'http://example.com/newformat#': 'atom',
    'http://example.com/necho': 'atom',
    'http://purl.org/echo': 'atom',
    'uri/of/echo/namespace#': 'atom',
    'http://purl.org/pie': 'atom',
    'http://purl.org/dc/elements/1.1': 'dc',
    'http://purl.org/dc/terms': 'dcterms',
    'http://purl.org/rss/1.0/modules/content': 'content',
    'http://purl.org/rss/1.0/modules/syndication': 'sy',
    'http://search.yahoo.com/mrss': 'media',
    'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://www.w3.org/1999/xhtml': 'xhtml',
    'http://www.google.com/schemas/sitemap-news/0.9': 'news',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
    'http://www.w3.org/xml/1998/namespace': 'xml',
  }),
);

const CONVENTIONAL = new Set(PREFIXES.values());

/** RSS names that are not all lower case, by their lower-case form. */
const CAMEL_CASE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pubdate: 'pubDate',
    lastbuilddate: 'lastBuildDate',
    managingeditor: 'managingEditor',
    webmaster: 'webMaster',
    textinput: 'textInput',
  }),
);

/** What a prefix stands for at some place of a document; '' is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** A name as the readers know it, whatever prefix the publisher chose. */
export function canonicalName(name: string, scope: Scope, family: RootFamily): { name: string; undeclared: string | null } {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon).toLowerCase();
  const local = colon < 0 ? name : name.slice(colon + 1).replaceAll(':', '-');
  const namespace = scope.get(prefix);
  const known = namespace === undefined ? undefined : PREFIXES.get(namespace.toLowerCase().replace(/\/+$/, ''));
  const undeclared = namespace === undefined && prefix !== '' && prefix !== 'xml' ? prefix : null;
  const canonical = known ?? (namespace === undefined || namespace === '' ? prefix : unknownPrefix(prefix));
  const own = canonical === '' || (canonical === 'atom' && family === 'atom');
  if (own) return { name: ownName(local, family), undeclared };
  return { name: `${canonical}:${CONVENTIONAL.has(canonical) ? lowerFirst(local) : local}`, undeclared };
}

/** A vocabulary that nobody here reads must not pass for one that somebody reads. */
function unknownPrefix(prefix: string): string {
  return prefix === '' ? 'other' : CONVENTIONAL.has(prefix) ? `other-${prefix}` : prefix;
}

function ownName(local: string, family: RootFamily): string {
  const lower = local.toLowerCase();
  if (family === 'cdf' && lower === 'abstract') return 'description';
  return CAMEL_CASE.get(lower) ?? lower;
}

function lowerFirst(local: string): string {
  return local === local.toUpperCase() ? local.toLowerCase() : local.slice(0, 1).toLowerCase() + local.slice(1);
}

/** Elements whose content is running text, with or without markup; everything else has children or a bare value. */
export const TEXT_CONSTRUCTS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'summary',
  'content',
  'subtitle',
  'tagline',
  'info',
  'rights',
  'copyright',
  'body',
  'fullitem',
  'content:encoded',
  'xhtml:body',
  'xhtml:div',
  'dc:title',
  'dc:description',
  'dcterms:abstract',
  'dcterms:title',
  'itunes:summary',
  'itunes:subtitle',
  'itunes:title',
  'media:title',
  'media:description',
  'atom:title',
  'atom:summary',
  'atom:content',
  'atom:subtitle',
]);

/** Elements that hold one entry, and that no running text spans. */
export const ENTRY_ELEMENTS: ReadonlySet<string> = new Set(['item', 'entry', 'url', 'sitemap']);

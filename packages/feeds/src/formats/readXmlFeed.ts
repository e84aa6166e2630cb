import { parseFeedDate } from '../dates/parseFeedDate.ts';
import type { FeedEntry, FeedReading } from '../feedReading.ts';
import type { Problems } from '../problems.ts';
import { plainLine, plainText } from '../text/plainText.ts';
import { resolveUrl } from '../text/resolveUrl.ts';
import { safeHtml } from '../text/safeHtml.ts';
import type { WellFormed } from '../xml/wellFormed.ts';
import { authorNames } from './authorNames.ts';
import { readWithRssParser } from './rssParserReading.ts';
import { sharedIds } from './sharedIds.ts';
import { timeToLive } from './timeToLive.ts';
import { hubsOf, selfOf } from './webSubLinks.ts';
import { attribute, characters, children, firstCharacters, firstConstruct, type XmlNode } from './xmlNode.ts';

/** Which elements say what, the most telling first. */
const TITLES = ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title', 'dcterms:title'];
const SUMMARIES = [
  'summary',
  'description',
  'dc:description',
  'dcterms:abstract',
  'atom:summary',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
];
const CONTENTS = ['content:encoded', 'content', 'body', 'xhtml:body', 'fullitem', 'xhtml:div', 'atom:content'];
const SUBTITLES = ['subtitle', 'tagline', 'description', 'itunes:subtitle', 'dc:description', 'itunes:summary'];
const PUBLISHED = ['published', 'issued', 'pubDate', 'dcterms:issued', 'dcterms:created', 'created', 'atom:published'];
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'lastBuildDate', 'dc:date', 'atom:updated'];
const AUTHORS = [
  'author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'managingEditor',
  'dc:contributor',
  'atom:author',
  'media:credit',
  'webMaster',
  'dc:publisher',
];
const LANGUAGES = ['language', 'dc:language'];
const IDS = ['id', 'guid', 'atom:id', 'dc:identifier'];
/** Whom a feed names as the author of all entries that name none: RFC 4287 §4.2.1, and what RDF feeds do alike. RSS names an editor. */
const FEED_AUTHORS: Partial<Record<WellFormed['family'], readonly string[]>> = { atom: ['author'], rdf: ['dc:creator'] };

/** What the entries of one document have in common. */
interface Around {
  readonly feedUrl: string;
  /** The author of entries that name none. */
  readonly author: string | null;
  readonly sharedIds: ReadonlySet<string>;
  readonly problems: Problems;
}

/** RSS, RDF, Atom or CDF out of well-formed XML. @throws what rss-parser throws when it refuses the document. */
export async function readXmlFeed(
  document: WellFormed,
  url: string,
  problems: Problems,
): Promise<Omit<FeedReading, 'charset' | 'problems'>> {
  const { feed, entries } = await readWithRssParser(document.xml);
  const home = linkOf(feed, url);
  const title = running(feed, TITLES, url);
  const links = [...children(feed, 'link'), ...children(feed, 'atom:link')];
  const around: Around = {
    feedUrl: url,
    author: authorOf(feed, FEED_AUTHORS[document.family] ?? []),
    sharedIds: sharedIds(entries.map((entry) => ({ id: idOf(entry), title: running(entry, TITLES, url).line }))),
    problems,
  };
  return {
    format: document.family === 'atom' || document.family === 'rdf' || document.family === 'cdf' ? document.family : 'rss',
    rule: '',
    reader: 'rss-parser',
    title: title.line,
    titleHtml: title.html,
    link: home,
    id: firstCharacters(feed, ['id']),
    subtitle: running(feed, SUBTITLES, url).html,
    author: authorOf(feed, AUTHORS),
    language: languageOf(feed, document.attributes),
    publishedAt: dateOf(feed, PUBLISHED, problems),
    updatedAt: dateOf(feed, UPDATED, problems),
    entries: entries.map((entry) => entryOf(entry, around)),
    sitemaps: [],
    hubs: hubsOf(links, url),
    self: selfOf(links, url),
    ttlSeconds: timeToLive(feed),
  };
}

function entryOf(entry: XmlNode, around: Around): FeedEntry {
  const { feedUrl, problems } = around;
  const media = children(entry, 'media:group')[0] ?? children(entry, 'media:content')[0];
  const ownId = idOf(entry);
  const url = addressOf(entry, around);
  const title = running(entry, TITLES, feedUrl, media);
  const content = running(entry, CONTENTS, feedUrl);
  const described = running(entry, SUMMARIES, feedUrl, media);
  const summary = described.text === '' ? content : described;
  return {
    id: ownId ?? url ?? '',
    ownId,
    url,
    title: title.line,
    titleHtml: title.html,
    summary: summary.text,
    summaryHtml: summary.html,
    content: content.text === '' ? null : content.text,
    author: authorOf(entry, AUTHORS) ?? authorOf(children(entry, 'source')[0], ['author']) ?? around.author,
    publishedAt: dateOf(entry, [...PUBLISHED, 'dc:date'], problems),
    updatedAt: dateOf(entry, UPDATED, problems),
    language: firstCharacters(entry, LANGUAGES),
  };
}

function running(node: XmlNode, names: readonly string[], url: string, fallback?: XmlNode): { line: string; text: string; html: string } {
  const found = firstConstruct(node, names) ?? (fallback === undefined ? null : firstConstruct(fallback, names));
  if (!found) return { line: '', text: '', html: '' };
  return { line: plainLine(found.construct), text: plainText(found.construct), html: safeHtml(found.construct, found.base ?? url) };
}

function idOf(entry: XmlNode): string | null {
  return firstCharacters(entry, IDS) ?? attribute(entry, 'rdf:about');
}

/** Where an entry's page is: where its link leads, else an id that is an address, unless others have it too; else what it encloses. */
function addressOf(entry: XmlNode, { feedUrl, sharedIds: shared }: Around): string | null {
  const id = idOf(entry);
  const named = id === null || shared.has(id) ? null : (permalink(entry) ?? httpAddress(firstCharacters(entry, ['id', 'atom:id'])));
  return linkOf(entry, feedUrl) ?? (named === null ? null : resolveUrl(named, feedUrl)) ?? enclosureOf(entry, feedUrl);
}

function enclosureOf(entry: XmlNode, feedUrl: string): string | null {
  const links = [...children(entry, 'link'), ...children(entry, 'atom:link')].filter((link) => attribute(link, 'rel') === 'enclosure');
  const references = [
    ...children(entry, 'enclosure').map((enclosure) => attribute(enclosure, 'url')),
    ...links.map((link) => attribute(link, 'href')),
  ];
  for (const reference of references) {
    const url = reference === null ? null : resolveUrl(reference, feedUrl);
    if (url !== null) return url;
  }
  return null;
}

/** The address of a feed's or entry's own page: Atom's alternate link, RSS's link, or the name that RDF gives it. */
function linkOf(node: XmlNode, feedUrl: string): string | null {
  const original = firstCharacters(node, ['feedburner:origLink']);
  if (original !== null && resolveUrl(original, feedUrl)) return resolveUrl(original, feedUrl);
  const links = children(node, 'link');
  const hrefs = [...links, ...children(node, 'atom:link')].filter((link) => attribute(link, 'href') !== null);
  const alternate = hrefs.filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate');
  const best = alternate.find((link) => /html/.test(attribute(link, 'type') ?? 'html')) ?? alternate[0];
  const written = links.find((link) => characters(link) !== null);
  for (const [reference, base] of [
    [attribute(links.includes(best) ? best : undefined, 'href'), attribute(best, 'xml:base')],
    [characters(written), attribute(written, 'xml:base')],
    [attribute(best, 'href'), attribute(best, 'xml:base')],
    [attribute(children(node, '$')[0] ? { $: children(node, '$')[0] } : node, 'rdf:about'), null],
  ] as const) {
    const url = reference === null ? null : resolveUrl(reference, base ?? feedUrl);
    if (url !== null) return url;
  }
  return null;
}

function permalink(node: XmlNode): string | null {
  const guid = children(node, 'guid')[0];
  const text = characters(guid);
  return attribute(guid, 'ispermalink')?.toLowerCase() === 'false' ? null : httpAddress(text);
}

function httpAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) ? text : null;
}

function authorOf(node: XmlNode, fields: readonly string[]): string | null {
  for (const field of fields) {
    const names = authorNames(
      children(node, field).flatMap(
        (author) => firstCharacters(author, ['name', 'atom:name']) ?? characters(author) ?? firstCharacters(author, ['email']) ?? [],
      ),
    );
    if (names !== null) return names;
  }
  return null;
}

function languageOf(feed: XmlNode, root: ReadonlyMap<string, string>): string | null {
  const language = firstCharacters(feed, LANGUAGES) ?? root.get('xml:lang') ?? null;
  return language === null || language === '' ? null : language.replaceAll('_', '-');
}

function dateOf(node: XmlNode, names: readonly string[], problems: Problems): string | null {
  for (const name of names) {
    const text = firstCharacters(node, [name]);
    if (text === null) continue;
    const instant = parseFeedDate(text);
    if (instant !== null) return new Date(instant).toISOString();
    problems.add(`The date "${text.slice(0, 40)}" can't be read.`);
  }
  return null;
}

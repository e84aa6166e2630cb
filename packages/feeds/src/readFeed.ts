import { type FeedEntry, type FeedReading, FeedUnreadableError, type ListSelectors, type SourceKind } from './feedReading.ts';
import { readListPage } from './formats/readListPage.ts';
import { readSitemap } from './formats/readSitemap.ts';
import { readWatchedPage } from './formats/readWatchedPage.ts';
import { readWithFeedsmith } from './formats/readWithFeedsmith.ts';
import { readXmlFeed } from './formats/readXmlFeed.ts';
import { Problems } from './problems.ts';
import { decodeText } from './text/decodeText.ts';
import { wellFormed } from './xml/wellFormed.ts';

export interface ReadFeedOptions {
  /** The HTTP header Content-Type, whole. */
  contentType: string | null;
  /** Where the bytes came from, after redirects: relative links are resolved against it. */
  url: string;
  /** What sources.yaml says that it is; found out when left out. */
  kind?: SourceKind | null | undefined;
  select?: ListSelectors | null | undefined;
}

type Reading = Omit<FeedReading, 'charset' | 'problems'>;

/**
 * Entries out of the bytes of a feed, sitemap, list page or watched page. What is broken is repaired and told in `problems`.
 * @throws {FeedUnreadableError} only when nothing can be read, or the document is an attack.
 */
export async function readFeed(bytes: Uint8Array, options: ReadFeedOptions): Promise<FeedReading> {
  const decoded = decodeText(bytes, options.contentType);
  const problems = new Problems();
  for (const problem of decoded.problems) problems.add(problem);
  const reading = await read(decoded.text, options, problems);
  const entries = distinct(reading.entries, problems);
  return { ...reading, entries, charset: decoded.charset, problems: problems.list() };
}

async function read(text: string, options: ReadFeedOptions, problems: Problems): Promise<Reading> {
  if (text.trim() === '') throw new FeedUnreadableError('The document is empty.');
  if (options.kind === 'page') return { ...readWatchedPage(text, options.url), rule: 'it is watched as one page' };
  if (options.kind === 'list' || (options.kind == null && options.select)) return readListPage(text, options.url, options.select ?? null);
  if (/^\s*\{/.test(text)) return { ...readAsLastResort(text, options.url, null), rule: 'it is JSON with the keys of a JSON Feed' };
  const document = wellFormed(text, options.url, problems);
  const rule = `its root is <${document.root}>`;
  if (document.family === 'opml') throw new FeedUnreadableError('This is an OPML list of feeds: import it instead of following it.');
  if (document.family === 'sitemap' || document.family === 'sitemap-index') return { ...readSitemap(document, options.url), rule };
  try {
    return { ...(await readXmlFeed(document, options.url, problems)), rule };
  } catch (error) {
    problems.add('rss-parser refused the document; feedsmith read it.');
    return { ...readAsLastResort(text, options.url, error), rule };
  }
}

function readAsLastResort(text: string, url: string, earlier: unknown): Reading {
  try {
    return readWithFeedsmith(text, url);
  } catch (error) {
    const cause = earlier ?? error;
    throw new FeedUnreadableError(`This is no feed that can be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * Entries that are listed twice count once, by address, or by title where they name none. Different entries under one id get ids made of
 * both, and none that would name them elsewhere.
 */
function distinct(entries: readonly FeedEntry[], problems: Problems): FeedEntry[] {
  const groups = new Map<string, Map<string, FeedEntry>>();
  const listed = entries.map((entry) => {
    const id = entry.id === '' ? `${entry.title} ${entry.publishedAt ?? ''}`.trim() : entry.id;
    const key = entry.url ?? entry.title;
    const group = groups.get(id) ?? new Map<string, FeedEntry>();
    groups.set(id, group);
    if (group.size > 0) problems.add('Several entries have the same id.');
    if (!group.has(key)) group.set(key, entry);
    return { id, key, entry };
  });
  return listed.flatMap(({ id, key, entry }) => {
    const group = groups.get(id);
    if (group?.get(key) !== entry) return [];
    return [group.size === 1 ? { ...entry, id } : { ...entry, id: `${id} ${key}`, ownId: null }];
  });
}

import {
  articleIdOf,
  deterministicId,
  InvalidEventError,
  type NewEvent,
  newEvent,
  normaliseUrl,
  type SourceSettings,
} from '@newsledger/events';
import type { FeedEntry } from '@newsledger/feeds';
import { fitText } from '../fitText.ts';
import { toInstant } from '../toInstant.ts';

/** What is needed of an entry; the rest stays in the feed. */
export type ListedEntry = Pick<
  FeedEntry,
  'id' | 'ownId' | 'url' | 'title' | 'summary' | 'content' | 'author' | 'publishedAt' | 'updatedAt'
>;

/** Summaries are cut so that the event stays under its 8 KiB in any script. */
const MAX_SUMMARY_CHARS = 3_000;
const MAX_SUMMARY_BYTES = 3_600;

/** An entry as an event about an article. */
export interface Discovered {
  readonly event: NewEvent<'ArticleDiscovered'>;
  /** Whether the entry says where its page is; else all that can be read of it is the entry. */
  readonly hasPage: boolean;
}

/**
 * The event that says what a source lists; the same entry gives the same event. An entry without an address that can be fetched is an article
 * by its id, at the address of the source. Null when there is neither an address nor a word to read.
 */
export function discoveredEvent(source: Pick<SourceSettings, 'sourceId' | 'url'>, entry: ListedEntry): Discovered | null {
  const address = usableAddress(entry.url);
  if (address !== null) {
    const event = eventOf(source.sourceId, entry, { articleId: articleIdOf(address), url: address, summary: entry.summary });
    if (event !== null) return { event, hasPage: true };
  }
  const summary = fullest(entry);
  if (entry.title === '' && summary === '') return null;
  const articleId = deterministicId('article', 'entry', source.sourceId, entry.id);
  const event = eventOf(source.sourceId, entry, { articleId, url: source.url, summary });
  return event === null ? null : { event, hasPage: false };
}

/** Null for an address of another scheme. */
function usableAddress(url: string | null): string | null {
  return url === null || URL.parse(url) === null || !/^https?:/i.test(url) ? null : normaliseUrl(url);
}

/** No page will tell more. */
function fullest({ summary, content }: ListedEntry): string {
  return content !== null && content.length > summary.length ? content : summary;
}

/** Null when the catalogue refuses it: an address can be longer than it takes. */
function eventOf(
  sourceId: string,
  entry: ListedEntry,
  about: { articleId: string; url: string; summary: string },
): NewEvent<'ArticleDiscovered'> | null {
  try {
    return newEvent('ArticleDiscovered', {
      articleId: about.articleId,
      sourceId,
      url: about.url,
      title: fitText(entry.title, 500),
      summary: fitText(about.summary, MAX_SUMMARY_CHARS, MAX_SUMMARY_BYTES),
      author: entry.author === null ? null : fitText(entry.author, 200),
      publishedAt: toInstant(entry.publishedAt),
      updatedAt: toInstant(entry.updatedAt),
    });
  } catch (error) {
    if (error instanceof InvalidEventError) return null;
    throw error;
  }
}

import { articleIdOf, InvalidEventError, type NewEvent, newEvent, normaliseUrl } from '@newsledger/events';
import type { FeedEntry } from '@newsledger/feeds';
import { fitText } from '../fitText.ts';
import { toInstant } from '../toInstant.ts';

/** What is needed of an entry; the rest stays in the feed. */
export type ListedEntry = Pick<FeedEntry, 'url' | 'title' | 'summary' | 'author' | 'publishedAt' | 'updatedAt'>;

/** Summaries are cut so that the event stays under its 8 KiB in any script. */
const MAX_SUMMARY_CHARS = 3_000;
const MAX_SUMMARY_BYTES = 3_600;

/**
 * The event that says what a source lists; the same entry gives the same event.
 * Null when the entry names no address that can be fetched.
 */
export function discoveredEvent(sourceId: string, entry: ListedEntry): NewEvent<'ArticleDiscovered'> | null {
  if (entry.url === null || URL.parse(entry.url) === null) return null;
  try {
    const url = normaliseUrl(entry.url);
    return newEvent('ArticleDiscovered', {
      articleId: articleIdOf(url),
      sourceId,
      url,
      title: fitText(entry.title, 500),
      summary: fitText(entry.summary, MAX_SUMMARY_CHARS, MAX_SUMMARY_BYTES),
      author: entry.author === null ? null : fitText(entry.author, 200),
      publishedAt: toInstant(entry.publishedAt),
      updatedAt: toInstant(entry.updatedAt),
    });
  } catch (error) {
    // An address of another scheme, or longer than the catalogue takes.
    if (error instanceof InvalidEventError || error instanceof TypeError) return null;
    throw error;
  }
}

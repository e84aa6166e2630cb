import type { EventStore } from '@newsledger/event-store';
import { type AnyRecordedEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';
import type { RevisionText } from './extractionTarget.ts';
import { readText } from './readClaims.ts';
import { readRevision } from './readRevision.ts';

/**
 * The reading text of a revision of an article, into which the offsets of its claims count.
 * @param revision 0 is the feed entry.
 * @returns null when the log holds no such revision, or its bytes were erased.
 */
export async function readingTextOf(
  pool: pg.Pool,
  store: EventStore,
  articleId: string,
  revision: number,
): Promise<{ readonly title: string; readonly text: string } | null> {
  const source = revisionOf(await store.readStream(streamOf.article(articleId)), revision);
  const unread = source === null ? null : await readRevision(pool, source);
  if (unread === null) return null;
  const { title, text } = readText(unread);
  return { title, text };
}

function revisionOf(events: readonly AnyRecordedEvent[], revision: number): RevisionText | null {
  for (const event of events.toReversed()) {
    if ((event.type === 'ArticleCaptured' || event.type === 'ArticleRevised') && event.data.revision === revision)
      return { from: 'capture', revision: event.data };
    if (revision === 0 && event.type === 'ArticleDiscovered') return { from: 'entry', entry: event.data };
  }
  return null;
}

import { type Capture, isErased, loadCapture } from '@newsledger/event-store';
import { PermanentError } from '@newsledger/queues';
import type pg from 'pg';
import type { RevisionText } from './extractionTarget.ts';
import type { UnreadText } from './readClaims.ts';

/**
 * What is to be read of a revision: the bytes that were captured, or the words of the feed entry.
 * @returns null when the bytes were erased.
 * @throws {PermanentError} when they were never here.
 */
export async function readRevision(pool: pg.Pool, source: RevisionText): Promise<UnreadText | null> {
  if (source.from === 'entry') {
    const { title, summary } = source.entry;
    return { from: 'entry', title, summary };
  }
  const { captureHash, url, title, articleId, revision, language } = source.revision;
  const capture = await loadCapture(pool, captureHash);
  if (capture === null && (await isErased(pool, captureHash))) return null;
  if (capture === null) throw new PermanentError(`Capture ${captureHash} of article ${articleId}, revision ${revision}, is not here.`);
  return { from: 'page', body: capture.body, contentType: contentTypeOf(capture), url, title, language };
}

function contentTypeOf({ mediaType, charset }: Capture): string {
  return charset === null ? mediaType : `${mediaType}; charset=${charset}`;
}

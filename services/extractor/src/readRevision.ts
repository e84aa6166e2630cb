import { decodeHtml, readArticle, readingText } from '@newsledger/articles';
import { type Capture, loadCapture } from '@newsledger/event-store';
import { PermanentError } from '@newsledger/queues';
import type pg from 'pg';
import type { RevisionText } from './extractionTarget.ts';

/** What claims are extracted from. */
export interface ArticleText {
  readonly title: string;
  /** Title, blank line, body. */
  readonly text: string;
  readonly language: string | null;
}

/**
 * The reading text of a revision, read again from the bytes that were captured.
 * @throws {PermanentError} when they were erased.
 */
export async function readRevision(pool: pg.Pool, source: RevisionText): Promise<ArticleText> {
  if (source.from === 'entry') {
    const { title, summary } = source.entry;
    return { title, text: readingText(title, summary), language: null };
  }
  const { captureHash, url, title, articleId, revision, language } = source.revision;
  const capture = await loadCapture(pool, captureHash);
  if (capture === null) throw new PermanentError(`Capture ${captureHash} of article ${articleId}, revision ${revision}, was erased.`);
  const { html } = decodeHtml(capture.body, contentTypeOf(capture));
  return { title, text: readingText(title, readArticle(html, url).text), language };
}

function contentTypeOf({ mediaType, charset }: Capture): string {
  return charset === null ? mediaType : `${mediaType}; charset=${charset}`;
}

import { WorkFailed, WorkStopped } from '@newsledger/platform';
import { RetryableError } from '@newsledger/queues';
import type { FetcherContext } from '../fetcherContext.ts';
import type { Answer } from './decideCapture.ts';
import type { ReadPageOrder } from './pageReaders.ts';

/**
 * Reads a page in a process of its own. When that had to be stopped, the page is kept with the reason; but a first stop may be the
 * machine's fault (it slept, or it had too much to do), so the page gets a second chance.
 * @throws {RetryableError} for the first stop.
 */
export async function readApart(
  { pageReaders, logger }: Pick<FetcherContext, 'pageReaders' | 'logger'>,
  order: ReadPageOrder,
  { attempt, signal }: { attempt: number; signal: AbortSignal },
): Promise<Answer> {
  const { page, entry } = order;
  try {
    const reading = await pageReaders.run(order, { signal });
    if (reading.outcome !== 'read') return reading;
    const { facts, charset, problems } = reading;
    return { outcome: 'read', facts, problems, capture: { body: page.body, mediaType: facts.mediaType, charset } };
  } catch (error) {
    if (!(error instanceof WorkStopped) && !(error instanceof WorkFailed)) throw error;
    logger.error({ err: error, articleId: entry.articleId, url: entry.url, attempt }, 'a page could not be read');
    const detail = `Reading the page failed: ${error.message}`.slice(0, 600);
    if (error instanceof WorkFailed) return { outcome: 'unavailable', reason: 'unreadable', detail };
    if (attempt === 1) throw new RetryableError(`${entry.url}: ${error.message}`, { cause: error });
    const mediaType = page.headers['content-type']?.split(';')[0]?.trim().toLowerCase() || 'text/html';
    const capture = { body: page.body, mediaType: mediaType.slice(0, 200), charset: null };
    return { outcome: 'unavailable', reason: 'unreadable_in_time', detail, capture };
  }
}

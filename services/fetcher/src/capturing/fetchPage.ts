import type { EventData, UnavailableReason } from '@newsledger/events';
import { FetchError, statusError } from '@newsledger/platform';
import { RetryableError } from '@newsledger/queues';
import type { FetcherContext } from '../fetcherContext.ts';
import { measuredFetch } from '../measuredFetch.ts';
import type { FetchedPage } from './readPage.ts';

export type PageAnswer =
  | { outcome: 'page'; page: FetchedPage }
  | { outcome: 'unchanged' }
  | {
      outcome: 'unavailable';
      reason: UnavailableReason;
      detail: string;
      httpStatus: number | null;
      /** A fault that may pass: the feed entry is read for now, and the page is tried again. */
      mayPass: boolean;
    };

/**
 * Fetches an article's page as robots.txt and its host's pace allow; conditionally when a revision is known.
 * @param isLastAttempt a passing fault is then an answer too, so that the feed entry is read meanwhile.
 * @throws {RetryableError} for a fault that may pass.
 * @throws {HostBusyError} when the host is not to be asked now.
 */
export async function fetchPage(
  context: FetcherContext,
  request: { url: string; lastRevision: EventData<'ArticleCaptured'> | null; isLastAttempt: boolean; signal: AbortSignal },
): Promise<PageAnswer> {
  const { gate, robots, reservations } = context;
  const { url, lastRevision, isLastAttempt, signal } = request;
  try {
    const { allowed, crawlDelayMs, rule } = await robots.check(url, signal);
    if (!allowed) return refused('robots', `robots.txt forbids ${url} by "${rule}"`);
    const headers = { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1', ...conditions(lastRevision) };
    const response = await gate.run(url, () => measuredFetch(context, 'page', url, { headers, signal }), {
      spacingMs: crawlDelayMs ?? undefined,
      signal,
    });
    if (response.status === 304) return { outcome: 'unchanged' };
    const failure = statusError(response);
    if (failure === null) {
      if (response.redirects.length > 0 && !(await robots.check(response.url, signal)).allowed)
        return refused('robots', `${url} redirects to ${response.url}, which robots.txt forbids`);
      const reservation = await reservations.find(response, signal);
      if (reservation !== null) return refused('reserved', `The publisher reserves ${response.url}: ${reservation}`, response.status);
      return { outcome: 'page', page: response };
    }
    if (failure.retryAfterMs !== null) await gate.pause(url, failure.retryAfterMs);
    throw failure;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.retryable && !isLastAttempt)
      throw new RetryableError(error.message, { retryAfterMs: error.retryAfterMs ?? undefined, cause: error });
    return {
      outcome: 'unavailable',
      reason: error.reason,
      detail: error.message.slice(0, 600),
      httpStatus: error.httpStatus,
      mayPass: error.retryable,
    };
  }
}

function refused(reason: 'robots' | 'reserved', detail: string, httpStatus: number | null = null): PageAnswer {
  return { outcome: 'unavailable', reason, detail: detail.slice(0, 600), httpStatus, mayPass: false };
}

function conditions(revision: EventData<'ArticleCaptured'> | null): Record<string, string> {
  return {
    ...(revision?.etag && { 'if-none-match': revision.etag }),
    ...(revision?.lastModified && { 'if-modified-since': revision.lastModified }),
  };
}

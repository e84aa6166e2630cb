import { FetchError } from './fetchError.ts';
import type { HttpResponse } from './httpClient.ts';

/** The failure that a status says, or null for an answer that can be used (2xx and 304). */
export function statusError(response: Pick<HttpResponse, 'status' | 'url' | 'retryAfterMs'>): FetchError | null {
  const { status, url, retryAfterMs } = response;
  if ((status >= 200 && status < 300) || status === 304) return null;
  const fail = (reason: FetchError['reason'], retryable: boolean) =>
    new FetchError(`${url} answered ${status}`, { reason, retryable, retryAfterMs, httpStatus: status });
  if (status === 402) return fail('paywall', false);
  if (status === 401 || status === 403 || status === 407 || status === 451) return fail('forbidden', false);
  if (status === 404) return fail('not_found', false);
  if (status === 410) return fail('gone', false);
  // Asked to come later, or a fault on their side; 425 Too Early belongs here by RFC 8470.
  if (status === 408 || status === 425 || status === 429 || status >= 500) return fail('unreachable', true);
  return fail('unreadable', false);
}

import type { FetchOptions, HttpResponse } from '@newsledger/platform';
import type { FetcherContext } from './fetcherContext.ts';

/** One request, counted and timed. @throws {FetchError} as the client does. */
export async function measuredFetch(
  { http, metrics }: Pick<FetcherContext, 'http' | 'metrics'>,
  what: 'feed' | 'page',
  url: string,
  options: FetchOptions,
): Promise<HttpResponse> {
  const stop = metrics.fetchSeconds.startTimer({ what });
  let answer = 'none';
  try {
    const response = await http.fetch(url, options);
    answer = `${Math.floor(response.status / 100)}xx`;
    metrics.fetchedBytes.inc(response.body.byteLength);
    return response;
  } finally {
    stop();
    metrics.fetches.inc({ what, answer });
  }
}

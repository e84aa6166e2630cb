import { FetchError } from './fetchError.ts';

/** One request on the way: where to, with which headers. */
export interface RequestHop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that prove who asks; they belong to the origin that they were meant for. */
const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization'];

/** Whether to go on to Location; what was posted is only posted on by 307 and 308 (RFC 9110 §15.4). */
export function isRedirect(status: number, method: 'GET' | 'POST' = 'GET'): boolean {
  if (status === 307 || status === 308) return true;
  return method === 'GET' && (status === 301 || status === 302 || status === 303);
}

/**
 * The request that follows from `from` to `location`. User-info in the first URL becomes Basic authorization;
 * in a redirect it is dropped, and so are credentials when the origin changes.
 * @throws {FetchError} when `location` is no http(s) URL.
 */
export function nextHop(from: RequestHop | { url: null; headers: RequestHop['headers'] }, location: string): RequestHop {
  const url = URL.parse(location, from.url?.href);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new FetchError(`"${location.slice(0, 200)}" is no http(s) address`, { reason: 'unreadable', retryable: false });
  const headers = { ...from.headers };
  if (from.url !== null && from.url.origin !== url.origin) for (const name of CREDENTIALS) delete headers[name];
  if (from.url === null && url.username !== '') headers.authorization ??= basicAuthorization(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, headers };
}

function basicAuthorization(url: URL): string {
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

import { SpanStatusCode } from '@opentelemetry/api';
import { Agent, buildConnector } from 'undici';
import { redactSecrets } from '../secrets/redactSecrets.ts';
import { inSpan } from '../tracing/inSpan.ts';
import { createAddressPolicy } from './addressPolicy.ts';
import { FetchError } from './fetchError.ts';
import { bareHostname, type Connector, checkedAddresses, createGuardedConnect, type Resolver, systemResolver } from './guardedConnect.ts';
import { readBody } from './readBody.ts';
import { isRedirect, nextHop, type RequestHop } from './redirects.ts';
import { parseRetryAfter } from './retryAfter.ts';
import { toFetchError } from './toFetchError.ts';

export interface HttpLimits {
  /** Of the body after decompression. */
  readonly maxBytes: number;
  /** Of the body as sent. */
  readonly maxCompressedBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** For the whole exchange, redirects and body included. */
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
}

/** Generous for news pages (the largest in public corpora have 5 MB), small enough to hold dozens in memory. */
export const defaultHttpLimits: HttpLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxCompressedBytes: 5 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  maxRedirects: 5,
  timeoutMs: 30_000,
  connectTimeoutMs: 10_000,
};

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects, without user-info. */
  readonly url: string;
  readonly redirects: readonly { readonly status: number; readonly location: string }[];
  /** What Retry-After asks for, from now; null when it doesn't. */
  readonly retryAfterMs: number | null;
}

export interface FetchOptions {
  /** GET when left out. */
  readonly method?: 'GET' | 'POST';
  /** Sent with POST. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxBytes?: number;
  /** Gives the beginning of a longer body instead of refusing it. */
  readonly cutAtMaxBytes?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface HttpClient {
  /**
   * One request, with redirects followed. Every status is an answer (`statusError` says which are failures).
   * @throws {FetchError} when there is no usable answer; the signal's own reason when the caller aborts.
   */
  readonly fetch: (url: string, options?: FetchOptions) => Promise<HttpResponse>;
  /** Whether a host is in the operator's allow-list, so that it needs no politeness. False when it can't be resolved. */
  readonly isOwnNetwork: (url: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/**
 * An HTTP client for addresses that strangers chose. Only http and https; every address is checked after DNS, at each redirect, and the
 * connection goes to the address that was checked; sizes, redirects and time are limited; no cookies; credentials stay with their host.
 */
export function createHttpClient(options: {
  userAgent: string;
  /** Networks of the operator's own that may be reached, in CIDR notation. */
  allowAddresses?: readonly string[];
  /** Values of the Authorization header by origin (`https://feeds.example`); each is sent to its origin alone. */
  credentials?: ReadonlyMap<string, string>;
  limits?: Partial<HttpLimits>;
  resolver?: Resolver;
  connector?: Connector;
}): HttpClient {
  const limits = { ...defaultHttpLimits, ...options.limits };
  const resolve = options.resolver ?? systemResolver;
  const policy = createAddressPolicy(options.allowAddresses);
  const connect = options.connector ?? buildConnector({ timeout: limits.connectTimeoutMs, allowH2: false });
  const agent = new Agent({
    connect: createGuardedConnect({ resolve, policy, connect }),
    allowH2: false,
    pipelining: 1,
    maxHeaderSize: limits.maxHeaderBytes,
    // Both inside the total time limit, so that a dead peer frees its socket.
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  });

  /** What one hop is sent: credentials are looked up anew for each, and never kept for the next. */
  const requestOf = ({ url, headers }: RequestHop, { method = 'GET', body }: FetchOptions) => {
    const authorization = headers.authorization ?? options.credentials?.get(url.origin);
    return {
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { ...headers, ...(authorization !== undefined && { authorization }) },
      ...(body !== undefined && { body }),
    };
  };

  async function exchange(first: RequestHop, request: FetchOptions, signal: AbortSignal): Promise<HttpResponse> {
    const { maxBytes = limits.maxBytes, cutAtMaxBytes = false, method } = request;
    const redirects: { status: number; location: string }[] = [];
    for (let hop = first; ; ) {
      const { statusCode: status, headers: raw, body } = await agent.request({ ...requestOf(hop, request), signal });
      const headers = joinHeaders(raw);
      const location = headers.location;
      if (isRedirect(status, method) && location !== undefined) {
        await body.dump({ limit: limits.maxHeaderBytes, signal });
        if (redirects.length >= limits.maxRedirects)
          throw new FetchError(`${first.url.href} redirects more than ${limits.maxRedirects} times`, {
            reason: 'unreachable',
            retryable: false,
          });
        hop = nextHop(hop, location);
        redirects.push({ status, location: hop.url.href });
        continue;
      }
      if (!cutAtMaxBytes && Number(headers['content-length']) > maxBytes) {
        body.destroy();
        throw new FetchError(`${hop.url.href} announces ${headers['content-length']} bytes; at most ${maxBytes} are read`, {
          reason: 'too_large',
          retryable: false,
        });
      }
      const bytes = await readBody(body, {
        contentEncoding: headers['content-encoding'],
        maxBytes,
        maxCompressedBytes: Math.min(limits.maxCompressedBytes, maxBytes),
        cut: cutAtMaxBytes,
        signal,
      });
      return {
        status,
        headers,
        body: bytes,
        url: hop.url.href,
        redirects,
        retryAfterMs: parseRetryAfter(headers['retry-after'], Date.now()),
      };
    }
  }

  return {
    async fetch(url, request = {}) {
      const { headers = {}, timeoutMs = limits.timeoutMs, signal } = request;
      signal?.throwIfAborted();
      const hop = nextHop({ url: null, headers: { ...defaultHeaders(options.userAgent), ...lowerCase(headers) } }, url);
      const timeout = new AbortController();
      const late = new FetchError(`${hop.url.href} did not answer in full within ${timeoutMs} ms`, { reason: 'timeout', retryable: true });
      const timer = setTimeout(() => timeout.abort(late), timeoutMs);
      const either = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
      try {
        return await traced(hop, request, () => exchange(hop, request, either));
      } catch (error) {
        signal?.throwIfAborted();
        if (timeout.signal.aborted) throw late;
        throw toFetchError(error, hop.url.href);
      } finally {
        clearTimeout(timer);
      }
    },
    async isOwnNetwork(url) {
      const { hostname, port } = new URL(url);
      try {
        return (await checkedAddresses(bareHostname(hostname), Number(port), { resolve, policy })).listed;
      } catch {
        return false;
      }
    },
    close: () => agent.destroy(),
  };
}

/** Names as OpenTelemetry's conventions for HTTP clients have them. No `traceparent` is sent: it is nobody else's business. */
function traced({ url }: RequestHop, { method = 'GET' }: FetchOptions, work: () => Promise<HttpResponse>): Promise<HttpResponse> {
  const attributes = {
    'http.request.method': method,
    'server.address': url.hostname,
    'server.port': Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    'url.full': redactSecrets(url.href),
  };
  return inSpan(method, { kind: 'client', attributes }, async (span) => {
    const response = await work();
    span.setAttribute('http.response.status_code', response.status);
    if (response.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', `${response.status}`);
    return response;
  });
}

function defaultHeaders(userAgent: string): Record<string, string> {
  return { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'gzip, deflate, br, zstd' };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function joinHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

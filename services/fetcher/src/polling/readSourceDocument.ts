import { createHash } from 'node:crypto';
import { decodeHtml, readArticle, textHash } from '@newsledger/articles';
import type { SourceSettings } from '@newsledger/events';
import { boundsAt, type FeedEntry, type FeedReading, FeedUnreadableError, readFeed, whyImpossible } from '@newsledger/feeds';
import { FetchError, type HttpResponse, statusError } from '@newsledger/platform';
import type { FetcherContext } from '../fetcherContext.ts';
import { measuredFetch } from '../measuredFetch.ts';
import { HostBusyError } from '../politeness/hostGate.ts';
import { freshForMs } from './freshness.ts';
import { permanentAddress } from './permanentAddress.ts';
import { unzipped } from './unzipped.ts';

/** Of a sitemap index, the parts that changed last; older ones hold old news. */
const MAX_SITEMAPS = 3;

/** Sitemaps may have 50,000 entries; news is at their top by date. */
const MAX_ENTRIES = 500;

/** What was known of the document at the last poll. */
export interface KnownDocument {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
}

/** What an answer says besides its body. */
interface Answered {
  readonly status: number;
  /** For how long it stays fresh; null when it doesn't say. */
  readonly freshMs: number | null;
  /** Where permanent redirects led; null when there were none. */
  readonly movedTo: string | null;
}

export type SourceReading =
  | ({ outcome: 'unchanged' } & Answered)
  | ({
      outcome: 'read';
      /** Where it came from, after redirects. */
      url: string;
      document: Omit<FeedReading, 'entries'>;
      entries: readonly FeedEntry[];
      /** The HTTP header Link, for the hubs in it. */
      link: string | null;
      etag: string | null;
      lastModified: string | null;
      bodyHash: string | null;
    } & Answered)
  | {
      outcome: 'failed';
      message: string;
      status: number | null;
      retryable: boolean;
      retryAfterMs: number | null;
      /** The host was not asked, because of others' requests to it: no fault of the source. */
      isBusy: boolean;
    };

type Context = Pick<FetcherContext, 'http' | 'gate' | 'robots' | 'metrics'>;

/** What must be known of a source to read it. */
export type ReadableSource = Pick<SourceSettings, 'url' | 'kind' | 'select'>;

/**
 * Fetches what a source publishes, if it changed, and reads its entries. Failures of the source are outcomes.
 * @param now tells which of too many are the latest: dates that can't be are not.
 */
export async function readSourceDocument(
  context: Context,
  settings: ReadableSource,
  known: KnownDocument,
  { signal, now }: { signal: AbortSignal; now: Date },
): Promise<SourceReading> {
  try {
    const spacingMs = await permittedSpacingMs(context, settings, signal);
    const response = await get(context, settings.url, { headers: conditions(known), spacingMs, signal });
    const answered = {
      status: response.status,
      freshMs: freshForMs(response.headers, Date.now()),
      movedTo: permanentAddress(response.redirects),
    };
    if (response.status === 304) return { outcome: 'unchanged', ...answered };
    const bodyHash = contentHash(response, settings);
    if (bodyHash === known.bodyHash) return { outcome: 'unchanged', ...answered };
    const { entries: own, ...document } = await read(response, settings);
    const entries = [...own];
    for (const { url } of newest(document.sitemaps, now)) {
      const part = await read(await get(context, url, { headers: {}, spacingMs, signal }), { kind: 'sitemap', select: null });
      entries.push(...part.entries);
    }
    // An index of sitemaps may stay as it is while they change: it is never taken for unchanged.
    const isIndex = document.sitemaps.length > 0;
    return {
      outcome: 'read',
      ...answered,
      url: response.url,
      document,
      entries: latest(entries, now),
      link: response.headers.link ?? null,
      etag: isIndex ? null : response.headers.etag || null,
      lastModified: isIndex ? null : response.headers['last-modified'] || null,
      bodyHash: isIndex ? null : bodyHash,
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** @throws whatever is no failure of the source. */
function failureOf(error: unknown): SourceReading {
  const failed = { outcome: 'failed', isBusy: false } as const;
  if (error instanceof FetchError) {
    const { message, httpStatus: status, retryable, retryAfterMs } = error;
    const hint = status === 401 ? '; NEWSLEDGER_CREDENTIALS can hold a user name and password for its host' : '';
    return { ...failed, message: message + hint, status, retryable, retryAfterMs };
  }
  if (error instanceof HostBusyError)
    return { ...failed, message: error.message, status: null, retryable: true, retryAfterMs: error.retryAfterMs, isBusy: true };
  if (error instanceof FeedUnreadableError) return { ...failed, message: error.message, status: 200, retryable: false, retryAfterMs: null };
  throw error;
}

/** SHA-256 of what counts: of a watched page its text, since adverts change with every look; of the rest every byte. */
function contentHash({ body, headers, url }: HttpResponse, { kind }: Pick<SourceSettings, 'kind'>): string {
  const text = kind === 'page' ? readArticle(decodeHtml(body, headers['content-type'] ?? null).html, url).text : '';
  return text === '' ? createHash('sha256').update(body).digest('hex') : textHash(text);
}

/**
 * Feeds and sitemaps are published for programs; pages made for people are read only as far and as often as robots.txt allows.
 * @returns the pause that its Crawl-delay asks for, if any.
 */
async function permittedSpacingMs(
  { robots }: Context,
  { url, kind, select }: ReadableSource,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (kind !== 'list' && kind !== 'page' && select === null) return undefined;
  const { allowed, crawlDelayMs, rule } = await robots.check(url, signal);
  if (!allowed) throw new FetchError(`robots.txt forbids ${url} by "${rule}"`, { reason: 'robots', retryable: false });
  return crawlDelayMs ?? undefined;
}

async function get(
  context: Context,
  url: string,
  { headers, spacingMs, signal }: { headers: Record<string, string>; spacingMs: number | undefined; signal: AbortSignal },
): Promise<HttpResponse> {
  const { gate } = context;
  const options = { headers: { accept: ACCEPT, ...headers }, signal };
  const response = await gate.run(url, () => measuredFetch(context, 'feed', url, options), { spacingMs, signal });
  const failure = statusError(response);
  if (failure === null) return response;
  if (failure.retryAfterMs !== null) await gate.pause(url, failure.retryAfterMs);
  throw failure;
}

const ACCEPT = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

function conditions({ etag, lastModified }: KnownDocument): Record<string, string> {
  return { ...(etag !== null && { 'if-none-match': etag }), ...(lastModified !== null && { 'if-modified-since': lastModified }) };
}

async function read(response: HttpResponse, { kind, select }: Pick<SourceSettings, 'kind' | 'select'>): Promise<FeedReading> {
  return readFeed(unzipped(response.body, response.url), {
    contentType: response.headers['content-type'] ?? null,
    url: response.url,
    kind,
    select,
  });
}

function newest(sitemaps: FeedReading['sitemaps'], now: Date): FeedReading['sitemaps'] {
  return latestFirst(sitemaps, ({ modifiedAt }) => modifiedAt, now).slice(0, MAX_SITEMAPS);
}

function latest(entries: readonly FeedEntry[], now: Date): readonly FeedEntry[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  return latestFirst(entries, ({ updatedAt, publishedAt }) => updatedAt ?? publishedAt, now).slice(0, MAX_ENTRIES);
}

function latestFirst<T>(listed: readonly T[], dateOf: (item: T) => string | null, now: Date): T[] {
  const bounds = boundsAt(now);
  const when = (item: T) => {
    const date = dateOf(item);
    return date === null || whyImpossible(date, bounds) !== null ? '' : date;
  };
  return [...listed].sort((a, b) => when(b).localeCompare(when(a)));
}

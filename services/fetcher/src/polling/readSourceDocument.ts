import { createHash } from 'node:crypto';
import { decodeHtml, readArticle, textHash } from '@newsledger/articles';
import type { SourceSettings } from '@newsledger/events';
import { type FeedEntry, FeedUnreadableError, readFeed } from '@newsledger/feeds';
import { FetchError, type HttpResponse, statusError } from '@newsledger/platform';
import type { FetcherContext } from '../fetcherContext.ts';
import { HostBusyError } from '../politeness/hostGate.ts';

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

export type SourceReading =
  | { outcome: 'unchanged'; status: number }
  | {
      outcome: 'read';
      status: number;
      entries: readonly FeedEntry[];
      problems: readonly string[];
      ttlSeconds: number | null;
      etag: string | null;
      lastModified: string | null;
      bodyHash: string | null;
    }
  | { outcome: 'failed'; message: string; status: number | null; retryable: boolean; retryAfterMs: number | null };

type Context = Pick<FetcherContext, 'http' | 'gate' | 'robots' | 'metrics'>;

/** Fetches what a source publishes, if it changed, and reads its entries. Failures of the source are outcomes. */
export async function readSourceDocument(
  context: Context,
  settings: Pick<SourceSettings, 'url' | 'kind' | 'select'>,
  known: KnownDocument,
  signal: AbortSignal,
): Promise<SourceReading> {
  try {
    await requirePermission(context, settings, signal);
    const response = await get(context, settings.url, conditions(known), signal);
    if (response.status === 304) return { outcome: 'unchanged', status: 304 };
    const bodyHash = contentHash(response, settings);
    if (bodyHash === known.bodyHash) return { outcome: 'unchanged', status: response.status };
    const reading = await read(response, settings);
    const entries = [...reading.entries];
    for (const { url } of newest(reading.sitemaps)) {
      const part = await read(await get(context, url, {}, signal), { kind: 'sitemap', select: null });
      entries.push(...part.entries);
    }
    // An index of sitemaps may stay as it is while they change: it is never taken for unchanged.
    const isIndex = reading.sitemaps.length > 0;
    return {
      outcome: 'read',
      status: response.status,
      entries: latest(entries),
      problems: reading.problems,
      ttlSeconds: reading.ttlSeconds,
      etag: isIndex ? null : response.headers.etag || null,
      lastModified: isIndex ? null : response.headers['last-modified'] || null,
      bodyHash: isIndex ? null : bodyHash,
    };
  } catch (error) {
    if (error instanceof FetchError)
      return {
        outcome: 'failed',
        message: error.message,
        status: error.httpStatus,
        retryable: error.retryable,
        retryAfterMs: error.retryAfterMs,
      };
    if (error instanceof HostBusyError)
      return { outcome: 'failed', message: error.message, status: null, retryable: true, retryAfterMs: error.retryAfterMs };
    if (error instanceof FeedUnreadableError)
      return { outcome: 'failed', message: error.message, status: 200, retryable: false, retryAfterMs: null };
    throw error;
  }
}

/** SHA-256 of what counts: of a watched page its text, since adverts change with every look; of the rest every byte. */
function contentHash({ body, headers, url }: HttpResponse, { kind }: Pick<SourceSettings, 'kind'>): string {
  const text = kind === 'page' ? readArticle(decodeHtml(body, headers['content-type'] ?? null).html, url).text : '';
  return text === '' ? createHash('sha256').update(body).digest('hex') : textHash(text);
}

/** Feeds and sitemaps are published for programs; pages made for people are read only as far as robots.txt allows. */
async function requirePermission(
  { robots }: Context,
  { url, kind }: Pick<SourceSettings, 'url' | 'kind'>,
  signal: AbortSignal,
): Promise<void> {
  if (kind !== 'list' && kind !== 'page') return;
  const { allowed } = await robots.check(url, signal);
  if (!allowed) throw new FetchError(`robots.txt forbids ${url}`, { reason: 'robots', retryable: false });
}

async function get(
  { http, gate, metrics }: Context,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const response = await gate.run(url, () => http.fetch(url, { headers: { accept: ACCEPT, ...headers }, signal }), { signal });
  metrics.fetchedBytes.inc(response.body.byteLength);
  const failure = statusError(response);
  if (failure === null) return response;
  if (failure.retryAfterMs !== null) await gate.pause(url, failure.retryAfterMs);
  throw failure;
}

const ACCEPT = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

function conditions({ etag, lastModified }: KnownDocument): Record<string, string> {
  return { ...(etag !== null && { 'if-none-match': etag }), ...(lastModified !== null && { 'if-modified-since': lastModified }) };
}

function read(response: HttpResponse, { kind, select }: Pick<SourceSettings, 'kind' | 'select'>) {
  return readFeed(response.body, {
    contentType: response.headers['content-type'] ?? null,
    url: response.url,
    kind,
    select,
  });
}

function newest(sitemaps: readonly { url: string; modifiedAt: string | null }[]) {
  return [...sitemaps].sort((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? '')).slice(0, MAX_SITEMAPS);
}

function latest(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  const when = (entry: FeedEntry) => entry.updatedAt ?? entry.publishedAt ?? '';
  return [...entries].sort((a, b) => when(b).localeCompare(when(a))).slice(0, MAX_ENTRIES);
}

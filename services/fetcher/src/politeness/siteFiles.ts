import { FetchError, type HttpClient, type HttpResponse, statusError } from '@newsledger/platform';
import type { HostGate } from './hostGate.ts';

/** RFC 9309 §2.4: no copy older than a day, unless the file can't be reached. */
const MAX_AGE_MS = 24 * 3_600_000;

/** A Cache-Control that asks for less would have the file fetched with every page. */
const MIN_AGE_MS = 3_600_000;

/** RFC 9309 §2.5: at least 500 KiB must be read; what follows may be ignored. */
const MAX_BYTES = 512 * 1024;

/** After a failure the file is asked for again no sooner, so that a host in trouble isn't asked once a page. */
const RETRY_MS = 5 * 60_000;

/** RFC 9309 §2.3.1.4: a file that can't be reached for this long may count as absent. */
const GIVE_UP_MS = 30 * 24 * 3_600_000;

const MAX_KEPT = 10_000;

/** A file by which a host speaks to robots, as it was last asked for. */
export interface SiteFile {
  readonly url: string;
  readonly outcome: 'found' | 'absent' | 'unreachable';
  /** As last found, also while it can't be reached; null when it never was. */
  readonly body: string | null;
  readonly fetchedAt: Date;
  /** Since when it can't be reached. */
  readonly failingSince: Date | null;
  readonly nextTryAt: Date;
}

/** Where files are kept for other processes and later runs. */
export interface SiteFileStore {
  load(url: string): Promise<SiteFile | null>;
  save(file: SiteFile): Promise<void>;
}

export interface SiteFiles {
  /**
   * The file's text; null when the host has none: it answers 4xx, or could not be reached for a month.
   * @throws {FetchError} when it can't be reached now and was never read: nothing of the host may be fetched meanwhile.
   * @throws {HostBusyError} when its host is not to be asked now.
   */
  read(url: string, signal?: AbortSignal): Promise<string | null>;
}

/** Reads robots.txt and its like at most once a day a host, whichever process asks. */
export function createSiteFiles(options: { http: HttpClient; gate: HostGate; store: SiteFileStore; now?: () => number }): SiteFiles {
  const { http, gate, store, now = Date.now } = options;
  const kept = new Map<string, Promise<SiteFile>>();

  const current = async (url: string, signal: AbortSignal | undefined): Promise<SiteFile> => {
    const known = await store.load(url);
    if (known !== null && known.nextTryAt.getTime() > now()) return known;
    const file = await fetchFile(url, known, signal);
    await store.save(file);
    return file;
  };

  const fetchFile = async (url: string, known: SiteFile | null, signal: AbortSignal | undefined): Promise<SiteFile> => {
    const fetchedAt = new Date(now());
    const nextAfter = (ms: number) => new Date(now() + ms);
    try {
      const response = await gate.run(url, () => http.fetch(url, { maxBytes: MAX_BYTES, cutAtMaxBytes: true, ...(signal && { signal }) }), {
        signal,
      });
      const failure = statusError(response);
      if (failure?.retryable) throw failure;
      const found = failure === null;
      return {
        url,
        outcome: found ? 'found' : 'absent',
        body: found ? new TextDecoder().decode(response.body).replaceAll('\0', '\ufffd') : null,
        fetchedAt,
        failingSince: null,
        nextTryAt: nextAfter(ageAllowedBy(response)),
      };
    } catch (error) {
      if (!(error instanceof FetchError) || error.reason === 'blocked_address') throw error;
      // Redirects without end, no HTTP: as good as absent.
      if (!error.retryable) return { url, outcome: 'absent', body: null, fetchedAt, failingSince: null, nextTryAt: nextAfter(MAX_AGE_MS) };
      return {
        url,
        outcome: 'unreachable',
        body: known?.body ?? null,
        fetchedAt,
        failingSince: known?.failingSince ?? fetchedAt,
        nextTryAt: nextAfter(Math.max(error.retryAfterMs ?? 0, RETRY_MS)),
      };
    }
  };

  const remembered = (url: string, signal: AbortSignal | undefined): Promise<SiteFile> => {
    if (kept.size >= MAX_KEPT) kept.clear();
    const file = current(url, signal);
    kept.set(url, file);
    file.catch(() => kept.get(url) === file && kept.delete(url));
    return file;
  };

  return {
    async read(url, signal) {
      const first = kept.get(url) ?? remembered(url, signal);
      let file = await first;
      // Of many that find the same file too old, one asks for it.
      if (file.nextTryAt.getTime() <= now()) file = (await (kept.get(url) === first ? remembered(url, signal) : kept.get(url))) ?? file;
      if (file.outcome !== 'unreachable' || file.body !== null) return givenUp(file, now()) ? null : file.body;
      if (givenUp(file, now())) return null;
      throw new FetchError(`${url} can't be reached, and nothing of its host may be fetched before it is`, {
        reason: 'unreachable',
        retryable: true,
        retryAfterMs: Math.max(file.nextTryAt.getTime() - now(), 0),
      });
    },
  };
}

function givenUp({ failingSince }: SiteFile, now: number): boolean {
  return failingSince !== null && now - failingSince.getTime() > GIVE_UP_MS;
}

function ageAllowedBy({ headers }: HttpResponse): number {
  const seconds = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(seconds) ? MAX_AGE_MS : Math.min(Math.max(seconds * 1000, MIN_AGE_MS), MAX_AGE_MS);
}

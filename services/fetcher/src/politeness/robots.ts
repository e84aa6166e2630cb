import { FetchError, type HttpClient, robotName, statusError } from '@newsledger/platform';
import { type RobotsRules, type RobotsVerdict, readRobotsRules } from './robotsRules.ts';

/** RFC 9309 §2.4: no copy older than a day. */
const MAX_AGE_MS = 24 * 3_600_000;

/** RFC 9309 §2.5: at least 500 KiB must be read; what follows may be ignored. */
const MAX_BYTES = 512 * 1024;

/** A longer Crawl-delay would let a page never be read. */
const MAX_CRAWL_DELAY_MS = 30_000;

const MAX_ORIGINS = 10_000;

export interface Robots {
  /**
   * Whether a page may be fetched by robots.txt of its host (RFC 9309). A host that answers 4xx has no rules (§2.3.1.3).
   * @throws {FetchError} when robots.txt can't be reached now: nothing may be fetched meanwhile (§2.3.1.4).
   */
  check(url: string, signal?: AbortSignal): Promise<RobotsVerdict>;
}

/** Keeps each host's rules for a day, in memory. */
export function createRobots(http: HttpClient): Robots {
  const cache = new Map<string, { rules: Promise<RobotsRules>; expiresAt: number }>();

  const rulesOf = (origin: string, signal: AbortSignal | undefined): Promise<RobotsRules> => {
    const known = cache.get(origin);
    if (known !== undefined && known.expiresAt > Date.now()) return known.rules;
    if (cache.size >= MAX_ORIGINS) cache.clear();
    const rules = fetchRules(http, origin, signal);
    const fetching = { rules, expiresAt: Date.now() + MAX_AGE_MS };
    cache.set(origin, fetching);
    // A failure is not kept: the next page asks again.
    rules.catch(() => cache.get(origin) === fetching && cache.delete(origin));
    return rules;
  };

  return {
    async check(url, signal) {
      const read = await rulesOf(new URL(url).origin, signal);
      return read(url);
    },
  };
}

async function fetchRules(http: HttpClient, origin: string, signal: AbortSignal | undefined): Promise<RobotsRules> {
  const address = `${origin}/robots.txt`;
  const everything: RobotsRules = () => ({ allowed: true, crawlDelayMs: null });
  let text: string;
  try {
    const response = await http.fetch(address, { maxBytes: MAX_BYTES, ...(signal && { signal }) });
    const failure = statusError(response);
    if (failure?.retryable) throw failure;
    if (failure !== null) return everything;
    text = new TextDecoder().decode(response.body);
  } catch (error) {
    // Too many redirects, no HTTP, far too large: as good as absent.
    if (error instanceof FetchError && !error.retryable && error.reason !== 'blocked_address') return everything;
    throw error;
  }
  const rules = readRobotsRules(address, text, robotName);
  return (url) => {
    const { allowed, crawlDelayMs } = rules(url);
    return { allowed, crawlDelayMs: crawlDelayMs === null ? null : Math.min(crawlDelayMs, MAX_CRAWL_DELAY_MS) };
  };
}

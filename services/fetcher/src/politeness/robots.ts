import { robotName } from '@newsledger/platform';
import { type RobotsRules, type RobotsVerdict, readRobotsRules } from './robotsRules.ts';
import type { SiteFiles } from './siteFiles.ts';

/** A longer Crawl-delay would let a page never be read. */
const MAX_CRAWL_DELAY_MS = 30_000;

/** Parsed rules kept, so that a long file isn't read anew for each page. */
const MAX_PARSED = 500;

export interface Robots {
  /**
   * Whether a page may be fetched by robots.txt of its host (RFC 9309). A host that answers 4xx has no rules (§2.3.1.3).
   * @throws {FetchError} when robots.txt can't be reached now: nothing may be fetched meanwhile (§2.3.1.4).
   * @throws {HostBusyError} when the host is not to be asked for it now.
   */
  check(url: string, signal?: AbortSignal): Promise<RobotsVerdict>;
}

export function createRobots(files: SiteFiles): Robots {
  const parsed = new Map<string, RobotsRules>();
  const rulesOf = (text: string): RobotsRules => {
    const rules = parsed.get(text) ?? readRobotsRules(text, robotName);
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(text, rules);
    return rules;
  };
  return {
    async check(url, signal) {
      const text = await files.read(new URL('/robots.txt', url).href, signal);
      if (text === null) return { allowed: true, crawlDelayMs: null, rule: null };
      const verdict = rulesOf(text)(url);
      return { ...verdict, crawlDelayMs: verdict.crawlDelayMs === null ? null : Math.min(verdict.crawlDelayMs, MAX_CRAWL_DELAY_MS) };
    },
  };
}

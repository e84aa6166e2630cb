import { createRequire } from 'node:module';

interface ParsedRobots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}

const require = createRequire(import.meta.url);
/** Its type declarations describe an ES module, which it isn't; so an import could not be called. */
const robotsParser: (url: string, text: string) => ParsedRobots = require('robots-parser');

export interface RobotsVerdict {
  readonly allowed: boolean;
  /** What Crawl-delay asks for, in milliseconds; null when nothing. */
  readonly crawlDelayMs: number | null;
}

export type RobotsRules = (url: string) => RobotsVerdict;

/** What a robots.txt says to one robot (RFC 9309). */
export function readRobotsRules(address: string, text: string, robot: string): RobotsRules {
  const parsed = robotsParser(address, text);
  const delay = parsed.getCrawlDelay(robot);
  const crawlDelayMs = delay === undefined ? null : delay * 1000;
  return (url) => ({ allowed: parsed.isAllowed(url, robot) !== false, crawlDelayMs });
}

import { firstCharacters, type XmlNode } from './xmlNode.ts';

const PERIOD_SECONDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hourly: 3600,
    daily: 86_400,
    weekly: 604_800,
    monthly: 2_592_000,
    yearly: 31_536_000,
  }),
);
/** Some feeds write seconds or nonsense into `ttl`; a month is the longest that is believed. */
const MAX_SECONDS = 2_592_000;

/** Seconds for which the publisher says that nothing changes: RSS `ttl` in minutes, or the syndication module's period. */
export function timeToLive(feed: XmlNode): number | null {
  const minutes = Number(firstCharacters(feed, ['ttl']) ?? Number.NaN);
  if (minutes > 0) return Math.min(Math.round(minutes * 60), MAX_SECONDS);
  const period = PERIOD_SECONDS.get((firstCharacters(feed, ['sy:updatePeriod']) ?? '').toLowerCase());
  if (period === undefined) return null;
  const frequency = Number(firstCharacters(feed, ['sy:updateFrequency']) ?? 1);
  return Math.round(period / (frequency > 0 ? frequency : 1));
}

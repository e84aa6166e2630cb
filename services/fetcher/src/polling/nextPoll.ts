import type { SourceSettings } from '@newsledger/events';

/** Feeds rarely change faster; below this, publishers start to answer 429. */
const MIN_INTERVAL_MS = 60_000;

/** A source is looked at once a day at least, however quiet it is or however often it failed. */
const MAX_INTERVAL_MS = 24 * 3_600_000;

/** A quiet source is asked up to so many times less often than was wished. */
const MAX_STRETCH = 8;

/** Enough entries to tell how often a source publishes. */
const RECENT_ENTRIES = 10;

/** What the settings wish for, kept within bounds; in one's own network there is none but the wish. */
export function boundedIntervalMs(settings: Pick<SourceSettings, 'everySeconds'>, isOwnNetwork: boolean): number {
  const wishMs = settings.everySeconds * 1000;
  return isOwnNetwork ? wishMs : clamp(wishMs, MIN_INTERVAL_MS, MAX_INTERVAL_MS);
}

/**
 * How long to wait after a poll that went well: as wished, or longer when the source publishes rarely or says itself that nothing
 * changes before (`ttl`).
 * @param publishedAt instants of the entries that it lists.
 */
export function intervalAfterSuccessMs(options: {
  wishMs: number;
  publishedAt: readonly (string | null)[];
  ttlSeconds: number | null;
}): number {
  const { wishMs, publishedAt, ttlSeconds } = options;
  const gapMs = medianGapMs(publishedAt);
  const adaptedMs = gapMs === null ? wishMs : clamp(gapMs / 2, wishMs, wishMs * MAX_STRETCH);
  return Math.min(Math.max(adaptedMs, (ttlSeconds ?? 0) * 1000), Math.max(wishMs, MAX_INTERVAL_MS));
}

/** How long to wait after the n-th failure in a row: doubling up to a day, never sooner than the source asked for. */
export function intervalAfterFailureMs(options: { wishMs: number; failures: number; retryAfterMs: number | null }): number {
  const { wishMs, failures, retryAfterMs } = options;
  const backoffMs = Math.min(wishMs * 2 ** Math.min(Math.max(failures - 1, 0), 20), Math.max(wishMs, MAX_INTERVAL_MS));
  return Math.max(backoffMs, retryAfterMs ?? 0);
}

function medianGapMs(publishedAt: readonly (string | null)[]): number | null {
  const times = publishedAt
    .flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a)
    .slice(0, RECENT_ENTRIES);
  const gaps = times.slice(1).map((time, index) => (times[index] ?? time) - time);
  const sorted = gaps.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

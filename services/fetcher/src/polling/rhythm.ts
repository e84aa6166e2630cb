/** How often a source publishes, as its last document tells. */
export interface Rhythm {
  /** Median time between neighbouring entries; null when fewer than two have dates. */
  readonly gapSeconds: number | null;
  readonly newestAt: Date | null;
}

/** Enough entries to tell how often a source publishes. */
const RECENT_ENTRIES = 10;

/** @param instants publication of the entries, in any order; those after `now` don't count. */
export function rhythmOf(instants: readonly (string | null)[], now: Date): Rhythm {
  const times = instants
    .flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]))
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, RECENT_ENTRIES);
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  const [newest] = times;
  return {
    gapSeconds: median === undefined ? null : Math.min(Math.round(median / 1000), 2 ** 31 - 1),
    newestAt: newest === undefined ? null : new Date(newest),
  };
}

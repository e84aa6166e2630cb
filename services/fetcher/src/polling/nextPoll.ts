import type { SourceSettings } from '@newsledger/events';

/** Feeds rarely change faster; below this, publishers start to answer 429. */
const MIN_INTERVAL_MS = 60_000;

/** A source is looked at once a day at least, however quiet it is or however often it failed. */
const MAX_INTERVAL_MS = 24 * 3_600_000;

/** A quiet source is asked up to so many times less often than was wished. */
const MAX_STRETCH = 8;

/** Between two entries of a regular source it is asked so many times. */
const POLLS_PER_GAP = 2;

/** A source that has been silent is asked after a tenth of its silence: a pause overnight costs minutes, a dead blog little. */
const SHARE_OF_SILENCE = 0.1;

/** When to poll next, and why then. */
export interface NextPoll {
  readonly intervalMs: number;
  /** For people, as in "every 2 h: it publishes about every 4 h". */
  readonly why: string;
}

/** What a source that answers has said or shown of its pace. */
export interface Pace {
  /** Median time between its entries. */
  readonly gapSeconds: number | null;
  /** Its newest entry, or the last change that a poll found. */
  readonly quietSince: Date | null;
  /** What the document says of itself (`ttl`, `sy:updatePeriod`). */
  readonly ttlSeconds: number | null;
  /** What its HTTP answer said (`Cache-Control`, `Expires`). */
  readonly freshMs: number | null;
  /** A hub announces its changes, so that polls only make sure. */
  readonly isPushed: boolean;
}

/** What the settings wish for, kept within bounds; in one's own network there is none but the wish. */
export function boundedIntervalMs(settings: Pick<SourceSettings, 'everySeconds'>, isOwnNetwork: boolean): number {
  const wishMs = settings.everySeconds * 1000;
  return isOwnNetwork ? wishMs : clamp(wishMs, MIN_INTERVAL_MS, MAX_INTERVAL_MS);
}

/**
 * How long to wait after a poll that went well: as wished, or longer when the source publishes rarely, asks for it, or is announced by a
 * hub; at most a day.
 */
export function nextAfterSuccess(wishMs: number, pace: Pace, now: Date): NextPoll {
  const gapMs = (pace.gapSeconds ?? 0) * 1000;
  const silenceMs = pace.quietSince === null ? 0 : now.getTime() - pace.quietSince.getTime();
  const most = wishMs * MAX_STRETCH;
  const candidates: readonly NextPoll[] = [
    { intervalMs: wishMs, why: 'as set' },
    { intervalMs: Math.min(gapMs / POLLS_PER_GAP, most), why: `it publishes about every ${inWords(gapMs)}` },
    { intervalMs: Math.min(silenceMs * SHARE_OF_SILENCE, most), why: `nothing new for ${inWords(silenceMs)}` },
    { intervalMs: (pace.ttlSeconds ?? 0) * 1000, why: `it says that it changes every ${inWords((pace.ttlSeconds ?? 0) * 1000)} at most` },
    { intervalMs: pace.freshMs ?? 0, why: `its answer stays fresh for ${inWords(pace.freshMs ?? 0)}` },
    { intervalMs: pace.isPushed ? most : 0, why: 'a hub announces its changes' },
  ];
  const { intervalMs, why } = candidates.reduce((longest, candidate) => (candidate.intervalMs > longest.intervalMs ? candidate : longest));
  return { intervalMs: Math.round(Math.min(intervalMs, Math.max(wishMs, MAX_INTERVAL_MS))), why };
}

/** How long to wait after the n-th failure in a row: doubling up to a day and going on for ever, never sooner than the source asked for. */
export function nextAfterFailure(wishMs: number, { failures, retryAfterMs }: { failures: number; retryAfterMs: number | null }): NextPoll {
  const backoffMs = Math.min(wishMs * 2 ** Math.min(Math.max(failures - 1, 0), 20), Math.max(wishMs, MAX_INTERVAL_MS));
  if ((retryAfterMs ?? 0) > backoffMs) return { intervalMs: retryAfterMs ?? 0, why: 'it asked for this pause' };
  return { intervalMs: backoffMs, why: failures > 1 ? `a pause after ${failures} failures in a row` : 'a pause after a failure' };
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

function inWords(durationMs: number): string {
  const [unit, size] = UNITS.find(([, ms]) => durationMs >= ms) ?? (['s', 1000] as const);
  return `${Math.round(durationMs / size)} ${unit}`;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

import type { FeedEntry } from '../feedReading.ts';

/** Between which instants a date of the news can lie, both in milliseconds since 1970. */
export interface DateBounds {
  readonly earliest: number;
  readonly latest: number;
}

/** The web is younger; before lie dates that were never set, above all 1970-01-01. */
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;
/** Time zones put a date up to a day ahead, and clocks a little more. */
const MAX_AHEAD_MS = 2 * DAY_MS;
/** An entry that lies further from all others has somebody else's date: a year that was mistyped, a template's, a machine's without a clock. */
const YEARS_AWAY_MS = 2 * 365.25 * DAY_MS;

/** Where dates of what is polled now can lie. */
export function boundsAt(now: Date): DateBounds {
  return { earliest: EARLIEST, latest: now.getTime() + MAX_AHEAD_MS };
}

/** Why an instant can't be the date of news; null when it can. */
export function whyImpossible(instant: string, { earliest, latest }: DateBounds): string | null {
  const time = Date.parse(instant);
  if (time > latest) return 'more than two days ahead';
  return time < earliest ? 'before 1990' : null;
}

type Dated = Pick<FeedEntry, 'publishedAt' | 'updatedAt'>;

/**
 * The same entries without the dates that can't be: out of bounds, or years away from all other entries while most of them lie together.
 * A date near `now` is believed, since a source that was silent for years may speak again.
 * @returns also what was refused, one sentence each kind.
 */
export function believableDates<Entry extends Dated>(entries: readonly Entry[], now: Date): { entries: Entry[]; problems: string[] } {
  const refused = new Map<string, Set<string>>();
  const bounds = boundsAt(now);
  const within = (instant: string | null) => {
    const why = instant === null ? null : whyImpossible(instant, bounds);
    return instant === null || why === null ? instant : refuse(instant, why);
  };
  const refuse = (instant: string, why: string) => {
    refused.set(why, (refused.get(why) ?? new Set()).add(instant.slice(0, 10)));
    return null;
  };
  const possible = entries.map((entry) => ({ ...entry, publishedAt: within(entry.publishedAt), updatedAt: within(entry.updatedAt) }));
  const isLonely = lonelyDates(possible, now);
  const near = (instant: string | null) =>
    instant !== null && isLonely(instant) ? refuse(instant, 'years away from all others') : instant;
  return {
    entries: possible.map((entry) => ({ ...entry, publishedAt: near(entry.publishedAt), updatedAt: near(entry.updatedAt) })),
    problems: [...refused].map(([why, days]) => sentence([...days], why)),
  };
}

function sentence([first, ...others]: readonly string[], why: string): string {
  return others.length === 0 ? `The date ${first} can't be: ${why}.` : `${others.length + 1} dates such as ${first} can't be: ${why}.`;
}

/** Tells dates that lie years away from those of every other entry and from now; none is told when so many do that nobody is in company. */
function lonelyDates(entries: readonly Dated[], now: Date): (instant: string) => boolean {
  const times = entries.flatMap(({ publishedAt, updatedAt }) => {
    const instant = publishedAt ?? updatedAt;
    return instant === null ? [] : [Date.parse(instant)];
  });
  const sorted = times.sort((a, b) => a - b);
  const lonely = new Set(
    sorted.filter((time, index) => {
      const before = sorted[index - 1] ?? Number.NEGATIVE_INFINITY;
      const after = sorted[index + 1] ?? Number.POSITIVE_INFINITY;
      return Math.min(time - before, after - time, Math.abs(now.getTime() - time)) > YEARS_AWAY_MS;
    }),
  );
  if (lonely.size * 2 >= sorted.length) return () => false;
  return (instant) => lonely.has(Date.parse(instant));
}

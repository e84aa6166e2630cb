import { compareText } from './compareText.ts';
import type { Interval } from './interval.ts';
import { byPublication, groupByOrigin } from './origins.ts';

/** Sorts after every date, so that nothing is later than what has none. */
export const UNDATED = '9';

export interface DatedClaim {
  readonly interval: Interval;
  readonly originId: string;
  /** When its origin first gave this amount: a late copy is old news. */
  readonly firstAt: string;
}

/** From the oldest to the latest; those of one moment by origin, and as they were published. Of each origin and amount the last is last. */
export function dateClaims(intervals: readonly Interval[]): DatedClaim[] {
  const dated: DatedClaim[] = [];
  for (const { id: originId, members } of groupByOrigin(intervals)) {
    const firstAt = new Map<string, string>();
    const amountOf = ({ low, high }: Interval) => `${low}/${high}`;
    for (const member of members) {
      const at = member.claim.publishedAt ?? UNDATED;
      const known = firstAt.get(amountOf(member));
      if (known === undefined || at < known) firstAt.set(amountOf(member), at);
    }
    for (const interval of members) dated.push({ interval, originId, firstAt: firstAt.get(amountOf(interval)) ?? UNDATED });
  }
  return dated.sort(
    (a, b) => compareText(a.firstAt, b.firstAt) || compareText(a.originId, b.originId) || byPublication(a.interval.claim, b.interval.claim),
  );
}

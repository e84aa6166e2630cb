import { type Interval, overlaps } from './interval.ts';
import { byPublication } from './origins.ts';
import { looksLikeSlip } from './slip.ts';

/** Why a claim of an article that stands no longer counts. */
export type SupersededBy = 'correction' | 'restatement' | 'later_total';

export interface Superseded {
  readonly interval: Interval;
  readonly by: Interval;
  readonly how: SupersededBy;
}

/** Measures whose cumulative totals can only grow. */
const GROWING = new Set(['investment', 'funding_raised', 'spending_commitment']);

/** Whether a later, greater total of this measure and definition replaces a smaller one. */
export function isGrowingTotal(measure: string, definition: string | null): boolean {
  return definition === 'cumulative' && GROWING.has(measure);
}

/**
 * Among claims of standing articles, those that a later one replaces: the same source's own later word, or a later and greater total.
 * A source that repeats another's words (a wire's, a speaker's) replaces only what it took from there.
 */
export function findSuperseded(intervals: readonly Interval[], growing: boolean): Map<Interval, Superseded> {
  const found = new Map<Interval, Superseded>();
  const ordered = [...intervals].sort((a, b) => byPublication(a.claim, b.claim));
  replaceOwnWords(ordered, found);
  if (growing) replaceSmallerTotals(ordered, found);
  return found;
}

function replaceOwnWords(ordered: readonly Interval[], found: Map<Interval, Superseded>): void {
  const latest = new Map<string, Interval>();
  for (const interval of ordered) latest.set(voiceOf(interval), interval);
  for (const interval of ordered) {
    const by = latest.get(voiceOf(interval));
    if (by === undefined || by.claim.articleId === interval.claim.articleId || !isLater(by, interval) || overlaps(by, interval)) continue;
    found.set(interval, { interval, by, how: by.claim.correctionNote === null ? 'restatement' : 'correction' });
  }
}

function voiceOf({ claim }: Interval): string {
  return `${claim.sourceId}\n${claim.wireCredit ?? ''}\n${claim.speaker ?? ''}`;
}

/**
 * Goes from the latest claim back and keeps the greatest low end so far. A total that only one source gives, and that looks like a slip of the
 * pen on the smaller one, replaces nothing.
 */
function replaceSmallerTotals(ordered: readonly Interval[], found: Map<Interval, Superseded>): void {
  let greatest: Interval | null = null;
  for (const interval of [...ordered].reverse()) {
    if (found.has(interval)) continue;
    if (
      greatest !== null &&
      isLater(greatest, interval) &&
      !overlaps(greatest, interval) &&
      isGreater(greatest, interval) &&
      !looksLikeSlip(greatest, interval)
    )
      found.set(interval, { interval, by: greatest, how: 'later_total' });
    else if (greatest === null || isGreater(interval, greatest)) greatest = interval;
  }
}

function isGreater(a: Interval, b: Interval): boolean {
  const low = a.low ?? a.high;
  const other = b.low ?? b.high;
  return low !== null && other !== null && low > other;
}

function isLater(a: Interval, b: Interval): boolean {
  return a.claim.publishedAt !== null && b.claim.publishedAt !== null && a.claim.publishedAt > b.claim.publishedAt;
}

import type { FigureStatus } from '@newsledger/events';
import { type DatedClaim, dateClaims, UNDATED } from './dateClaims.ts';
import { comparePreference, type Interval, overlaps } from './interval.ts';
import { groupByOrigin } from './origins.ts';
import { sayOtherwise } from './sayOtherwise.ts';
import { looksLikeSlip } from './slip.ts';
import type { Superseded } from './supersede.ts';

/** What is still open moves on: the last word on a plan, on talks or on a rumour replaces those before, whoever tells it. */
const OPEN: ReadonlySet<FigureStatus> = new Set(['planned', 'talks', 'rumoured']);

/** Reports of other numbers within so many days are rivals, not news. */
const NEWS_DAYS = 7;

/** A forecaster has one forecast, the last; rival forecasts stay rivals. */
const ONE_BY_SPEAKER: ReadonlySet<FigureStatus> = new Set([...OPEN, 'forecast']);

export function movesOn(status: FigureStatus): boolean {
  return ONE_BY_SPEAKER.has(status);
}

/** Finds what later words have replaced among claims of a status that moves on. A later slip of the pen replaces nothing. */
export function replaceMoved(ordered: readonly Interval[], status: FigureStatus, found: Map<Interval, Superseded>): void {
  const bySpeaker = new Map<string, Interval[]>();
  for (const interval of ordered) {
    const { speaker } = interval.claim;
    if (speaker === null) continue;
    const words = bySpeaker.get(speaker);
    if (words === undefined) bySpeaker.set(speaker, [interval]);
    else words.push(interval);
  }
  for (const words of bySpeaker.values()) replaceBefore(words, 0, 'restatement', sayOtherwise, found);
  if (OPEN.has(status)) replaceBefore(ordered, NEWS_DAYS, 'moved_on', contradict, found);
}

/** Whether two words are not the same word. */
type Differ = (a: Interval, b: Interval) => boolean;

/** Different people round differently. */
function contradict(a: Interval, b: Interval): boolean {
  return !overlaps(a, b);
}

/** Undated claims neither replace nor are replaced. */
function replaceBefore(
  words: readonly Interval[],
  days: number,
  how: Superseded['how'],
  differ: Differ,
  found: Map<Interval, Superseded>,
): void {
  const dated = dateClaims(words.filter((interval) => !found.has(interval))).filter(({ firstAt }) => firstAt !== UNDATED);
  // Where a party has spoken itself, only its own later word is the last one.
  const own = dated.filter(({ interval }) => interval.claim.isPrimary);
  const last = lastOf(own.length > 0 ? own : dated);
  if (last === undefined) return;
  const lastAt = Date.parse(last.firstAt);
  const supportedUntil = new Map<string, number>();
  for (const { interval } of dated) {
    if (!differ(interval, last.interval) || looksLikeSlip(last.interval, interval)) continue;
    if (isToldBeside(interval, last.interval, words, differ) || isBetterCarried(interval, last.interval, words, differ)) continue;
    const amount = `${interval.low}/${interval.high}`;
    let until = supportedUntil.get(amount);
    if (until === undefined) {
      until = Math.max(...dated.filter((other) => !differ(other.interval, interval)).map(({ firstAt }) => Date.parse(firstAt)));
      supportedUntil.set(amount, until);
    }
    if (until < lastAt && lastAt - until >= days * DAY_MS) found.set(interval, { interval, by: last.interval, how });
  }
}

/** Whether the article with the last word still gives the earlier one. */
function isToldBeside(earlier: Interval, last: Interval, words: readonly Interval[], differ: Differ): boolean {
  return words.some((other) => other.claim.articleId === last.claim.articleId && !differ(other, earlier));
}

/** One source that has it otherwise than several may just have misheard. */
function isBetterCarried(earlier: Interval, last: Interval, words: readonly Interval[], differ: Differ): boolean {
  return carriersOf(last, words, differ) < 2 && carriersOf(earlier, words, differ) >= 2;
}

/** How many texts of their own give an amount, or one that allows it, whomever they quote. */
function carriersOf(amount: Interval, words: readonly Interval[], differ: Differ): number {
  const carriers = words.filter((other) => !differ(other, amount));
  return groupByOrigin(carriers.map((interval) => ({ ...interval, claim: { ...interval.claim, speaker: null } }))).length;
}

/** The latest; of one moment, the most precise. */
function lastOf(dated: readonly DatedClaim[]): DatedClaim | undefined {
  const moment = dated.at(-1)?.firstAt;
  return dated.filter(({ firstAt }) => firstAt === moment).sort((a, b) => comparePreference(a.interval, b.interval))[0];
}

const DAY_MS = 86_400_000;

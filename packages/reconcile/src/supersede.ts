import type { FigureStatus } from '@newsledger/events';
import { compareIds } from './compareIds.ts';
import { type DatedClaim, dateClaims, UNDATED } from './dateClaims.ts';
import { comparePreference, type Interval, overlaps } from './interval.ts';
import { byPublication, groupByOrigin } from './origins.ts';
import { looksLikeSlip } from './slip.ts';
import { movesOn, replaceMoved } from './supersedeMoved.ts';

/** Why a claim of an article that stands no longer counts. */
type SupersededBy = 'correction' | 'restatement' | 'later_total' | 'moved_on' | 'agreed_since' | 'copy_of_replaced';

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
 * Among claims of standing articles, those that a later one replaces: the same source's own later word, a later and greater total, or the
 * agreement that a rumour was about; and copies of what its author has replaced. A source that repeats another's words (a wire's, a speaker's) replaces only what it took from
 * there.
 * @param growing whether totals can only grow
 * @param status what is open moves on; see `supersedeMoved.ts`
 * @param revised claims of older revisions: their articles' new words replace copies of the old.
 */
export function findSuperseded(
  standing: readonly Interval[],
  revised: readonly Interval[],
  growing: boolean,
  status: FigureStatus = 'actual',
): Map<Interval, Superseded> {
  const found = new Map<Interval, Superseded>();
  if (standing.length < 2) return found;
  // Nobody spoke twice, nobody corrected himself, and totals don't grow: nothing can replace anything.
  if (!growing && !movesOn(status) && revised.length === 0 && !standing.some(toldBefore) && isSaidOnceEach(standing)) return found;
  const ordered = [...standing].sort((a, b) => byPublication(a.claim, b.claim));
  replaceRumours(ordered, found);
  // First, for a source that gives the grown total itself has not taken back the smaller one.
  if (growing) replaceSmallerTotals(ordered, found);
  replaceRecanted(ordered, found);
  replaceOwnWords(ordered, found);
  if (movesOn(status)) replaceMoved(ordered, status, found);
  replaceCopies(ordered, revised, found);
  return found;
}

/** What was rumoured of a deal stands in its history, unless what was agreed allows it. */
function replaceRumours(ordered: readonly Interval[], found: Map<Interval, Superseded>): void {
  if (!ordered.some(toldBefore)) return;
  const agreed = ordered.filter((interval) => !toldBefore(interval)).sort(comparePreference);
  const [by] = agreed;
  if (by === undefined) return;
  for (const interval of ordered)
    if (toldBefore(interval) && !agreed.some((other) => overlaps(other, interval)))
      found.set(interval, { interval, by, how: 'agreed_since' });
}

function toldBefore({ claim: { joined } }: Interval): boolean {
  return joined != null && joined.before !== null;
}

function isSaidOnceEach(standing: readonly Interval[]): boolean {
  const sources = new Set<string>();
  for (const { claim } of standing) {
    if (claim.correctionNote !== null) return false;
    sources.add(claim.sourceId);
  }
  return sources.size === standing.length;
}

function replaceOwnWords(standing: readonly Interval[], found: Map<Interval, Superseded>): void {
  const byVoice = new Map<string, Interval[]>();
  for (const interval of standing) {
    const words = byVoice.get(voiceOf(interval));
    if (words === undefined) byVoice.set(voiceOf(interval), [interval]);
    else words.push(interval);
  }
  for (const words of byVoice.values()) {
    if (words.length < 2) continue;
    const last = lastWords(words);
    for (const interval of words) {
      const [by] = last;
      if (by === undefined || by.claim.articleId === interval.claim.articleId || !(saidAt(by) > saidAt(interval))) continue;
      if (found.has(interval) || last.some((word) => overlaps(word, interval))) continue;
      found.set(interval, { interval, by, how: by.claim.correctionNote === null ? 'restatement' : 'correction' });
    }
  }
}

/** A number that only a correction note repeats, beside another in the article itself, is what was wrong. */
function replaceRecanted(standing: readonly Interval[], found: Map<Interval, Superseded>): void {
  if (!standing.some(({ claim }) => claim.correctionNote !== null)) return;
  const ofArticle = byArticle(standing);
  for (const interval of standing) {
    if (found.has(interval) || !isInCorrectionNote(interval)) continue;
    const siblings = ofArticle(interval.claim.articleId).filter((other) => !isInCorrectionNote(other));
    const [by] = siblings;
    if (by !== undefined && !siblings.some((sibling) => overlaps(sibling, interval)))
      found.set(interval, { interval, by, how: 'correction' });
  }
}

function isInCorrectionNote({ claim: { correctionNote, sentence } }: Interval): boolean {
  return correctionNote !== null && (correctionNote.includes(sentence) || sentence.includes(correctionNote));
}

/** All that the latest dated article says: it may repeat an earlier number beside a new one. */
function lastWords(words: readonly Interval[]): Interval[] {
  let latest: Interval | undefined;
  for (const word of words) {
    if (saidAt(word) === UNDATED) continue;
    if (
      latest === undefined ||
      saidAt(word) > saidAt(latest) ||
      (saidAt(word) === saidAt(latest) && compareIds(word.claim, latest.claim) > 0)
    )
      latest = word;
  }
  return words.filter(({ claim }) => claim.articleId === latest?.claim.articleId);
}

/** A correction speaks from when it was made; any other revision from when its article was published. */
function saidAt({ claim }: Interval): string {
  return (claim.correctionNote === null ? null : claim.statedAt) ?? claim.publishedAt ?? UNDATED;
}

function voiceOf({ claim }: Interval): string {
  return `${claim.sourceId}\n${claim.wireCredit ?? ''}\n${claim.speaker ?? ''}`;
}

/** What an author took back counts nowhere, however many copied it. Who quotes a speaker may quote a later word of his. */
function replaceCopies(ordered: readonly Interval[], revised: readonly Interval[], found: Map<Interval, Superseded>): void {
  const replaced = [...found.values()].filter(({ how }) => how !== 'later_total' && how !== 'moved_on');
  const ofArticle = byArticle(ordered);
  for (const interval of revised) {
    const now = ofArticle(interval.claim.articleId);
    const [by] = now;
    if (by !== undefined && !now.some((word) => overlaps(word, interval))) replaced.push({ interval, by, how: 'correction' });
  }
  if (replaced.length === 0) return;
  const origins = groupByOrigin([...ordered, ...revised]);
  const originOf = new Map(origins.flatMap((origin) => origin.members.map((member) => [member, origin] as const)));
  const replacedIn = Map.groupBy(replaced, ({ interval }) => originOf.get(interval));
  for (const origin of origins) {
    const { id, members } = origin;
    const here = replacedIn.get(origin) ?? [];
    for (const member of here.length === 0 ? [] : members) {
      if (member.claim.standing !== 'active' || found.has(member)) continue;
      const original = here.find(({ interval, by }) => by !== member && overlaps(interval, member) && !overlaps(by, member));
      if (original === undefined || (id.startsWith('speaker:') && !isLater(original.by, member))) continue;
      found.set(member, { interval: member, by: original.by, how: 'copy_of_replaced' });
    }
  }
}

/**
 * Goes from the latest claim back and keeps the greatest low end so far. A total is as old as its first copy. One that a single origin
 * gives, and that looks like a slip of the pen on the smaller one, replaces nothing.
 */
function replaceSmallerTotals(standing: readonly Interval[], found: Map<Interval, Superseded>): void {
  const totals = dateClaims(standing.filter((interval) => !found.has(interval) && (interval.low !== null || interval.high !== null)));
  let greatest: Interval | null = null;
  let later: Interval | null = null;
  let moment: string | null = null;
  for (const { interval, firstAt } of totals.reverse()) {
    if (firstAt !== moment) {
      // What has no date is not later than anything, and totals of one moment don't replace each other.
      later = moment === UNDATED ? null : greatest;
      if (moment === UNDATED) greatest = null;
      moment = firstAt;
    }
    const by = later;
    if (
      by !== null &&
      !overlaps(by, interval) &&
      isGreater(by, interval) &&
      !(looksLikeSlip(by, interval) && originsThatAllow(by, totals) < 2)
    )
      found.set(interval, { interval, by, how: 'later_total' });
    else if (isBounded(interval) && (greatest === null || isGreater(interval, greatest))) greatest = interval;
  }
}

function originsThatAllow(amount: Interval, totals: readonly DatedClaim[]): number {
  return new Set(totals.filter(({ interval }) => overlaps(interval, amount)).map(({ originId }) => originId)).size;
}

function isBounded({ low, high }: Interval): boolean {
  return low !== null || high !== null;
}

function isGreater(a: Interval, b: Interval): boolean {
  const low = a.low ?? a.high;
  const other = b.low ?? b.high;
  return low !== null && other !== null && low > other;
}

function isLater(a: Interval, b: Interval): boolean {
  return a.claim.publishedAt !== null && b.claim.publishedAt !== null && a.claim.publishedAt > b.claim.publishedAt;
}

/** Finds the claims of an article, in the order given. */
export function byArticle(intervals: readonly Interval[]): (articleId: string) => readonly Interval[] {
  let found: Map<string, Interval[]> | undefined;
  return (articleId) => {
    found ??= Map.groupBy(intervals, ({ claim }) => claim.articleId);
    return found.get(articleId) ?? [];
  };
}

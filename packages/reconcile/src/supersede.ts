import { type Interval, overlaps } from './interval.ts';
import { byPublication, groupByOrigin } from './origins.ts';
import { looksLikeSlip } from './slip.ts';

/** Why a claim of an article that stands no longer counts. */
export type SupersededBy = 'correction' | 'restatement' | 'later_total' | 'copy_of_replaced';

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
 * Among claims of standing articles, those that a later one replaces: the same source's own later word, or a later and greater total; and
 * copies of what its author has replaced. A source that repeats another's words (a wire's, a speaker's) replaces only what it took from
 * there.
 * @param revised claims of older revisions: their articles' new words replace copies of the old.
 */
export function findSuperseded(standing: readonly Interval[], revised: readonly Interval[], growing: boolean): Map<Interval, Superseded> {
  const found = new Map<Interval, Superseded>();
  if (standing.length < 2) return found;
  const ordered = [...standing].sort((a, b) => byPublication(a.claim, b.claim));
  replaceOwnWords(ordered, found);
  replaceCopies(ordered, revised, found);
  if (growing) replaceSmallerTotals(ordered, found);
  return found;
}

function replaceOwnWords(ordered: readonly Interval[], found: Map<Interval, Superseded>): void {
  const voices = new Map<string, Interval[]>();
  for (const interval of ordered) {
    const voice = voiceOf(interval);
    const said = voices.get(voice);
    if (said === undefined) voices.set(voice, [interval]);
    else said.push(interval);
  }
  for (const said of voices.values()) {
    const by = said.at(-1);
    for (const interval of said) {
      if (by === undefined || by.claim.articleId === interval.claim.articleId || !isLater(by, interval) || overlaps(by, interval)) continue;
      found.set(interval, { interval, by, how: by.claim.correctionNote === null ? 'restatement' : 'correction' });
    }
  }
}

function voiceOf({ claim }: Interval): string {
  return `${claim.sourceId}\n${claim.wireCredit ?? ''}\n${claim.speaker ?? ''}`;
}

/** What an author took back counts nowhere, however many copied it. Who quotes a speaker may quote a later word of his. */
function replaceCopies(ordered: readonly Interval[], revised: readonly Interval[], found: Map<Interval, Superseded>): void {
  const replaced = [...found.values()];
  for (const interval of revised) {
    const by = ordered.find(({ claim }) => claim.articleId === interval.claim.articleId);
    if (by !== undefined && !overlaps(by, interval)) replaced.push({ interval, by, how: 'correction' });
  }
  if (replaced.length === 0) return;
  for (const { id, members } of groupByOrigin([...ordered, ...revised])) {
    const here = replaced.filter(({ interval }) => members.includes(interval));
    for (const member of here.length === 0 ? [] : members) {
      if (member.claim.standing !== 'active' || found.has(member)) continue;
      const original = here.find(({ interval, by }) => by !== member && overlaps(interval, member) && !overlaps(by, member));
      if (original === undefined || (id.startsWith('speaker:') && !isLater(original.by, member))) continue;
      found.set(member, { interval: member, by: original.by, how: 'copy_of_replaced' });
    }
  }
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

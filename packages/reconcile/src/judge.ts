import type { Hedge } from '@newsledger/events';
import { allows, type Decision, type Witness } from './decision.ts';
import { countClaims } from './echoes/countClaims.ts';
import { compareBigints, type Interval, overlaps } from './interval.ts';
import { joinedWords } from './joining/joined.ts';
import type { ClaimVerdict, KeyClaim, LossKind } from './keyClaim.ts';
import { laterBy } from './laterBy.ts';
import type { Superseded } from './supersede.ts';

/** What became of every claim of a key, and why, in words. */
export function judge(decision: Decision): ClaimVerdict[] {
  const judgeOne = judgeIn(decision);
  return decision.intervals.map((interval) => judgeOne(interval));
}

/** What became of the echoes of one claim. */
export interface EchoVerdict extends Omit<ClaimVerdict, 'claimId'> {
  /** Where `LATER` stands in the reason, each echo says how much earlier than this instant it was stated; null when it doesn't stand there. */
  readonly replacedAt: string | null;
}

/** Stands for what `laterBy` says of each claim. */
export const LATER = '{later}';

/** What became of echoes: the same as of the claim that they echo, but that none is the winner. */
export function judgeEchoes(decision: Decision): Map<string, EchoVerdict> {
  const found = new Map<string, EchoVerdict>();
  const leaders = decision.intervals.filter(({ claim }) => (claim.echoes?.count ?? 0) > 0);
  const judgeOne = leaders.length === 0 ? null : judgeIn({ ...decision, winner: null, laterBy: () => LATER });
  for (const leader of leaders) {
    const verdict = judgeOne?.(leader);
    if (verdict === undefined) continue;
    const { claimId, ...judged } = verdict;
    const by = decision.superseded.get(leader)?.by.claim;
    const replacedAt = judged.reason.includes(LATER) ? (by?.statedAt ?? by?.publishedAt ?? null) : null;
    found.set(claimId, { ...judged, replacedAt });
  }
  return found;
}

/** A decision, with the words for how much later one claim was stated than another. */
type Judged = Decision & { readonly laterBy?: typeof laterBy };

function judgeIn(decision: Judged): (interval: Interval) => ClaimVerdict {
  const originOf = new Map<Interval, number>();
  decision.witnesses.forEach(({ origin }, index) => {
    for (const member of origin.members) originOf.set(member, index);
  });
  const against = againstWords(decision);
  return (interval) => {
    const index = originOf.get(interval);
    return withJoining(interval, index === undefined ? judgeAbsent(interval, decision) : judgeLive(interval, index, decision, against));
  };
}

/** A claim that stands with another figure than that of its own words says why, before what became of it there. */
function withJoining({ claim: { joined } }: { claim: Pick<KeyClaim, 'joined'> }, verdict: ClaimVerdict): ClaimVerdict {
  return joined == null ? verdict : { ...verdict, reason: `${joinedWords(joined)} ${verdict.reason}` };
}

/** What becomes of a claim whose article was withdrawn, whatever the others say. */
export function judgeWithdrawn(claim: Pick<KeyClaim, 'claimId' | 'joined'>): ClaimVerdict {
  return withJoining({ claim }, { claimId: claim.claimId, ...WITHDRAWN });
}

const WITHDRAWN = { verdict: 'withdrawn', reason: 'The article was withdrawn.', kind: null, originId: null } as const;

function judgeAbsent(interval: Interval, decision: Judged): ClaimVerdict {
  const { claimId, standing } = interval.claim;
  const absent = (verdict: ClaimVerdict['verdict'], reason: string) => ({ claimId, verdict, reason, kind: null, originId: null });
  if (standing === 'withdrawn') return { claimId, ...WITHDRAWN };
  if (standing === 'reextracted') return absent('withdrawn', 'A newer extractor no longer reads it so.');
  const superseded = decision.superseded.get(interval);
  if (superseded !== undefined) return absent('superseded', supersededWords(superseded, decision));
  const now = successorOf(interval, decision);
  if (now === null) return absent('superseded', 'A later revision of the article no longer says it.');
  if (sameAmount(now, interval)) return absent('superseded', 'A later revision of the article says it again.');
  if (overlaps(now, interval)) return absent('superseded', `A later revision of the article says ${wordsFor(now, decision)} instead.`);
  return absent('superseded', `${interval.claim.sourceName} corrected it to ${wordsFor(now, decision)}${laterBy(interval, now)}.`);
}

/**
 * What the article's standing revision says in its place: the same again, or of what it did not say beside it the nearest, since an article that
 * corrects 1,200 and 160 jobs to 1,450 and 185 corrects each to its own; null when it dropped it.
 */
export function successorOf(interval: Interval, { ofArticle, superseded }: Pick<Decision, 'ofArticle' | 'superseded'>): Interval | null {
  const { articleId, speaker, revision } = interval.claim;
  // What the article's own correction note merely repeats is not said instead.
  const article = ofArticle(articleId).filter((other) => superseded.get(other)?.by.claim.articleId !== articleId);
  const standing = article.filter(({ claim }) => claim.standing === 'active');
  const again = standing.filter((other) => sameAmount(other, interval));
  if (again.length > 0) return again.find(({ claim }) => claim.speaker === speaker) ?? again[0] ?? null;
  const beside = article.filter(({ claim }) => claim.standing === 'revised' && claim.revision === revision);
  const fresh = standing.filter(({ claim }) => claim.speaker === speaker).filter((other) => !beside.some((old) => sameAmount(old, other)));
  return nearestTo(interval, fresh);
}

function nearestTo(interval: Interval, others: readonly Interval[]): Interval | null {
  const farOf = (other: Interval) => (overlaps(other, interval) ? -1n : distance(amountOf(other), amountOf(interval)));
  // The order of claims is that of their ids where one article states them, which says nothing.
  const [nearest] = [...others].sort((a, b) => compareBigints(farOf(a), farOf(b)) || compareBigints(amountOf(a), amountOf(b)));
  return nearest ?? null;
}

/** For comparing only: a range by its lower end. */
function amountOf({ point, low, high }: Interval): bigint {
  return point ?? low ?? high ?? 0n;
}

function distance(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}

function sameAmount(a: Interval, b: Interval): boolean {
  return a.point === b.point && a.low === b.low && a.high === b.high;
}

function supersededWords({ by, how, interval }: Superseded, decision: Judged): string {
  const amount = wordsFor(by, decision);
  const later = (decision.laterBy ?? laterBy)(interval, by);
  if (how === 'correction') return `${interval.claim.sourceName} corrected it to ${amount}${later}.`;
  if (how === 'restatement') return `${interval.claim.sourceName} itself gave ${amount}${later}.`;
  if (how === 'copy_of_replaced') return `It copies what ${by.claim.sourceName} replaced by ${amount}.`;
  if (how === 'moved_on') return `A later report, ${amount} by ${by.claim.sourceName}${later}, replaces it.`;
  if (how === 'agreed_since') return `What was agreed since, ${amount} by ${by.claim.sourceName}, replaces it.`;
  return `A later total, ${amount} by ${by.claim.sourceName}, includes it.`;
}

/** Reasons name no counts: they would change for every claim of a key whenever one more comes. */
function judgeLive(interval: Interval, index: number, decision: Decision, against: string): ClaimVerdict {
  const { witnesses, region, winner } = decision;
  const witness = witnesses[index];
  const { claimId } = interval.claim;
  const originId = witness?.origin.id ?? null;
  if (region === null || witness === undefined) return { claimId, verdict: 'loses', reason: 'No claim counts.', kind: 'other', originId };
  if (!allows(interval, region)) return { claimId, verdict: 'loses', ...lossOf(interval, witness, decision, against), originId };
  const judged = (verdict: ClaimVerdict['verdict'], reason: string) => ({ claimId, verdict, reason, kind: null, originId });
  if (interval === winner && witness.wins) return judged('winner', winnerWords(decision));
  if (!witness.wins) return judged('agrees', `It allows the value, but ${witness.origin.name}, where it comes from, says otherwise.`);
  const shared = countClaims(witness.origin.members) > 1;
  return judged(
    'agrees',
    shared ? `It allows the value; one vote with all that comes from ${witness.origin.name}.` : 'It allows the value.',
  );
}

function lossOf(interval: Interval, witness: Witness, decision: Decision, against: string): { reason: string; kind: LossKind } {
  const { pin, key } = decision;
  const isGarbled = witness.wins && pin === null;
  const others = isGarbled ? `${witness.origin.name}, where it comes from, says otherwise` : against;
  const slip = decision.slipOf(interval);
  if (slip !== null) return { reason: `Probably a slip: ${slip.words}. ${others}.`, kind: 'slip' };
  if (witness.otherwise)
    return { reason: `${witness.origin.name} habitually measures this otherwise, so probably by another definition.`, kind: 'definition' };
  return { reason: `${others}.`, kind: isGarbled ? 'garbled_copy' : key.status === 'forecast' ? 'rival_forecast' : 'other' };
}

function winnerWords({ pin, witnesses, winner, byCertainty }: Decision): string {
  if (pin !== null) return `It agrees with what ${pin.by} decided.`;
  if (winner?.claim.isPrimary === true) return "A party's own release decides on its own definition.";
  if (byCertainty) return 'The most precise of what was read most surely.';
  return witnesses.length === 1 ? 'Nobody says otherwise.' : 'The most precise of what the most independent sources allow.';
}

/** Who outweighs the losers. */
function againstWords({ pin, witnesses, byCertainty }: Decision): string {
  if (pin !== null) return `${pin.by} decided otherwise`;
  for (const { wins, origin } of witnesses)
    for (const { claim } of wins ? origin.members : [])
      if (claim.isPrimary) return `${claim.sourceName}, a party's own release, says otherwise`;
  if (byCertainty) return 'What speaks against it was read more surely';
  const winning = witnesses.filter(({ wins }) => wins).length;
  if (winning > 1) return 'More independent sources say otherwise';
  return 'Another source says otherwise, more precisely or earlier';
}

const HEDGE_WORDS: Readonly<Partial<Record<Hedge, string>>> = { '>': 'more than ', '<=': 'up to ', '~': 'about ', '<~': 'nearly ' };

/** What a claim says, in words. */
export function wordsFor({ point, low, high, claim }: Interval, { words }: Pick<Decision, 'words'>): string {
  if (point !== null) {
    return `${HEDGE_WORDS[claim.amount.hedge] ?? ''}${words(point)}`;
  }
  if (low !== null && high !== null) return rangeWords(words(low), words(high));
  return low !== null ? `more than ${words(low)}` : high !== null ? `up to ${words(high)}` : 'an unknown amount';
}

/** `1.3 to 1.5 trillion USD`: what both ends share is said once. */
export function rangeWords(low: string, high: string): string {
  const space = low.indexOf(' ');
  return space > 0 && high.endsWith(low.slice(space)) && high.indexOf(' ') === high.length - low.length + space
    ? `${low.slice(0, space)} to ${high}`
    : `${low} to ${high}`;
}

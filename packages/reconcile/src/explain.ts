import { MAX_LISTED, MAX_MEMBERS_LISTED, UNIT_WEIGHT } from './constants.ts';
import { fromFixedPoint } from './decimal.ts';
import { allows, type Decision, type Witness } from './decision.ts';
import { certaintiesOf, certaintyOf } from './doubt.ts';
import { countClaims } from './echoes/countClaims.ts';
import { type Interval, overlaps } from './interval.ts';
import { rangeWords, successorOf, wordsFor } from './judge.ts';
import type { Agreement, ClaimVerdict, LossKind } from './keyClaim.ts';
import { laterBy } from './laterBy.ts';
import type { OriginKind } from './origins.ts';
import type { Slip } from './slip.ts';
import type { Superseded } from './supersede.ts';

interface ListedClaim {
  readonly claimId: string;
  readonly source: string;
  readonly says: string;
}

/** A decision as JSON: stored with the figure, shown by the function `newsledger.why`. */
export interface Why {
  readonly rule: string;
  readonly decidedBy: 'pin' | 'primary' | 'certainty' | 'single_source' | 'weight' | 'nothing';
  readonly agreement: Agreement | null;
  /** Weights of all origins for and against the value, 1 for an origin that nobody audited. */
  readonly support: { readonly for: number; readonly against: number };
  readonly winner: ListedClaim | null;
  readonly origins: readonly {
    readonly id: string;
    readonly kind: OriginKind;
    readonly weight: number;
    readonly wins: boolean;
    /** How surely the claim that speaks for it was read, 0 to 1; left out where nobody doubts it. */
    readonly certainty?: number;
    /** Whether it habitually measures otherwise, and so decides nothing. */
    readonly otherwise: boolean;
    readonly low: string | null;
    readonly high: string | null;
    readonly claims: number;
    /** The first claim of each source, in order of publication; the view claims has them all. */
    readonly members: readonly { readonly claimId: string; readonly source: string }[];
  }[];
  /** In order of publication, as `superseded`; what a source says again is listed once. */
  readonly losers: readonly (ListedClaim & { readonly reason: string; readonly kind: LossKind })[];
  /** Losers whose number a usual slip made out of the value. */
  readonly slips: readonly (ListedClaim & Slip)[];
  readonly superseded: readonly (ListedClaim & { readonly reason: string })[];
  readonly pin: { readonly by: string; readonly reason: string } | null;
}

/** One sentence for people and the same as JSON. */
export function explain(decision: Decision, verdicts: readonly ClaimVerdict[], rule: string): { explanation: string; why: Why } {
  const { witnesses, winner, scale, agreement, pin } = decision;
  const listed = (interval: Interval): ListedClaim => ({
    claimId: interval.claim.claimId,
    source: interval.claim.sourceName,
    says: wordsFor(interval, decision),
  });
  const judged = (verdict: ClaimVerdict['verdict']) => {
    const found = new Map<string, { interval: Interval; reason: string; kind: LossKind }>();
    for (const [index, interval] of decision.intervals.entries()) {
      if (found.size === MAX_LISTED) break;
      const judged = verdicts[index];
      if (judged?.verdict !== verdict) continue;
      const said = `${interval.claim.sourceId}\n${interval.low}/${interval.high}/${wordsFor(interval, decision)}`;
      if (!found.has(said)) found.set(said, { interval, reason: judged.reason, kind: judged.kind ?? 'other' });
    }
    return [...found.values()];
  };
  const losers = judged('loses');
  const text = (amount: bigint | null) => (amount === null ? null : fromFixedPoint(amount, scale));
  const why: Why = {
    rule,
    decidedBy: decidedBy(decision),
    agreement,
    support: { for: supportOf(witnesses, true), against: supportOf(witnesses, false) },
    winner: winner === null ? null : listed(winner),
    origins: witnesses.slice(0, MAX_LISTED).map(({ origin, weight, wins, otherwise, interval }) => ({
      id: origin.id,
      kind: origin.kind,
      weight: weight / UNIT_WEIGHT,
      wins,
      ...(certaintyOf(interval) < 1 && { certainty: certaintyOf(interval) }),
      otherwise,
      low: text(interval.low),
      high: text(interval.high),
      claims: countClaims(origin.members),
      members: firstOfEachSource(origin.members).map(({ claim }) => ({ claimId: claim.claimId, source: claim.sourceName })),
    })),
    losers: losers.map(({ interval, reason, kind }) => ({ ...listed(interval), reason, kind })),
    slips: losers.flatMap(({ interval, kind }) => {
      const slip = kind === 'slip' ? decision.slipOf(interval) : null;
      return slip === null ? [] : [{ ...listed(interval), ...slip }];
    }),
    superseded: judged('superseded').map(({ interval, reason }) => ({ ...listed(interval), reason })),
    pin: pin === null ? null : { by: pin.by, reason: pin.reason },
  };
  return { explanation: sentence(decision), why };
}

/** Members of an origin stand in order of publication. */
function firstOfEachSource(members: readonly Interval[]): Interval[] {
  const first = new Map<string, Interval>();
  for (const member of members) {
    if (first.size === MAX_MEMBERS_LISTED) break;
    if (!first.has(member.claim.sourceId)) first.set(member.claim.sourceId, member);
  }
  return [...first.values()];
}

function supportOf(witnesses: readonly Witness[], wins: boolean): number {
  return witnesses.reduce((sum, witness) => (witness.wins === wins ? sum + witness.weight : sum), 0) / UNIT_WEIGHT;
}

function decidedBy({ pin, region, winner, witnesses, byCertainty }: Decision): Why['decidedBy'] {
  if (region === null) return 'nothing';
  if (pin !== null) return 'pin';
  if (winner?.claim.isPrimary === true) return 'primary';
  if (byCertainty) return 'certainty';
  return witnesses.length === 1 ? 'single_source' : 'weight';
}

function sentence(decision: Decision): string {
  if (decision.region === null) return 'No article that stands says so any more.';
  return `${head(decision)}: ${[witnessWords(decision), ...certaintyWords(decision), ...garbledWords(decision), ...replacedWords(decision)].join('; ')}.`;
}

/** The winner in its own words where they say how firm it is; the bounds where it is none of them. */
function head({ value, region, words, winner, pin }: Decision): string {
  const { low = null, high = null } = region ?? {};
  if (pin !== null && value !== null) return words(value);
  const closed = low !== null && high !== null && low !== high;
  if (winner !== null && value !== null && value === winner.point && !(closed && isBound(winner))) return wordsFor(winner, { words });
  if (closed) return rangeWords(words(low), words(high));
  if (value !== null && low === high) return words(value);
  return low !== null ? `more than ${words(low)}` : high !== null ? `up to ${words(high)}` : 'An unknown amount';
}

function isBound({ width }: Interval): boolean {
  return width === null;
}

function witnessWords(decision: Decision): string {
  const { witnesses, pin, agreement } = decision;
  const winners = witnesses.filter(({ wins }) => wins);
  const losers = witnesses.filter(({ wins }) => !wins);
  const all = witnesses.length;
  if (pin !== null)
    return `decided by ${pin.by} (${pin.reason.replace(/[.\s]+$/, '')}); ${winners.length} of ${sources(all)} ${winners.length === 1 ? 'agrees' : 'agree'}`;
  const [only] = winners;
  if (all === 1 && only !== undefined) {
    const repeated = repeatedBy(only, decision);
    return `only ${only.origin.name} says so${repeated}${notes(winners, repeated === '')}`;
  }
  if (losers.length === 0) return `${sources(all)} agree${notes(winners)}`;
  if (agreement === 'disputed')
    return `disputed, ${namesOf(winners)}${notes(winners, true)} against ${listOf(losers, (loser) => lossWords(loser, decision) + slipWords(loser, decision, 'perhaps'))}`;
  return `${winners.length} of ${sources(all)} ${winners.length === 1 ? 'says' : 'agree'}${winners.length === 1 ? ' so' : ''}${notes(winners)}; ${outlierWords(losers, decision)}`;
}

/** That doubt in a reading decided, and how much there was on both sides. */
function certaintyWords({ byCertainty, region, witnesses, live }: Decision): string[] {
  if (!byCertainty || region === null) return [];
  const winners = witnesses.filter(({ wins }) => wins).map(({ interval }) => interval);
  const losers = live.filter((interval) => !allows(interval, region));
  return [
    `what was read more surely stands (certainty ${certainties(winners, certaintyOf)} against ${certainties(losers, certaintiesOf)})`,
  ];
}

/** The greatest first, each once. */
function certainties(intervals: readonly Interval[], measure: (interval: Interval) => number | number[]): string {
  return [...new Set(intervals.flatMap(measure))]
    .sort((a, b) => b - a)
    .slice(0, 3)
    .join(', ');
}

function sources(number: number): string {
  return `${number} independent source${number === 1 ? '' : 's'}`;
}

function namesOf(witnesses: readonly Witness[]): string {
  return listOf(witnesses, ({ origin }) => origin.name);
}

/** `A`, `A and B`, `A, B and C`, `A, B and 2 others`. */
function listOf(parts: readonly Witness[], words: (part: Witness) => string): string {
  const named = parts.length <= 3 ? parts.map(words) : [...parts.slice(0, 2).map(words), `${parts.length - 2} others`];
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

function outlierWords(losers: readonly Witness[], decision: Decision): string {
  const words = (losers.length <= 3 ? losers : losers.slice(0, 2)).map((loser) => outlierWord(loser, decision));
  return (losers.length <= 3 ? words : [...words, `${losers.length - 2} others are outliers too`]).join('; ');
}

function outlierWord(loser: Witness, decision: Decision): string {
  if (loser.otherwise && slipWords(loser, decision, '') === '') return `${lossWords(loser, decision)} measures something else, as usual`;
  return `${lossWords(loser, decision)} is an outlier${slipWords(loser, decision, 'probably')}`;
}

/** Who else carries the only origin's words. */
function repeatedBy({ origin }: Witness, { region }: Decision): string {
  const repeating = origin.members.filter((member) => region !== null && allows(member, region));
  const others = new Set(repeating.map(({ claim }) => claim.sourceName).filter((name) => name !== origin.name));
  if (others.size === 0) return '';
  const [first] = others;
  const carriers = others.size === 1 ? `${first}` : `${others.size} sources`;
  return origin.id.startsWith('speaker:') ? `, as quoted by ${carriers}` : `, and ${carriers} repeat${others.size === 1 ? 's' : ''} it`;
}

/**
 * What else a reader should know of the winners, in brackets.
 * @param named whether the winners' names stand right before it.
 */
function notes(winners: readonly Witness[], named = false): string {
  const said: string[] = [];
  const primary = firstPrimary(winners);
  if (primary !== null) {
    const isNamed = named && winners.length === 1 && winners[0]?.origin.name === primary.claim.sourceName;
    said.push(isNamed ? "a party's own release" : `${primary.claim.sourceName} is a party's own release`);
  }
  const copies = winners.length > 1 ? winners.reduce((sum, { origin }) => sum + copiesIn(origin), 0) : 0;
  if (copies > 0) said.push(`${copies} ${copies === 1 ? 'copy adds' : 'copies add'} no vote`);
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

function firstPrimary(winners: readonly Witness[]): Interval | null {
  for (const { origin } of winners) for (const member of origin.members) if (member.claim.isPrimary) return member;
  return null;
}

/** Articles of an origin beside its first. Claims of one article have as many echoes each. */
function copiesIn({ members }: Witness['origin']): number {
  const articles = new Map(members.map(({ claim }) => [claim.articleId, 1 + (claim.echoes?.count ?? 0)]));
  return articles.values().reduce((sum, count) => sum + count, -1);
}

function lossWords({ origin, interval }: Witness, decision: Decision): string {
  return `${possessive(origin.name)} ${wordsFor(interval, decision)}`;
}

function slipWords({ interval }: Witness, { slipOf }: Decision, likelihood: string): string {
  const slip = slipOf(interval);
  return slip === null ? '' : ` (${likelihood} a slip: ${slip.words})`;
}

/** What articles of winning origins say that differs from their origin's own word. */
function garbledWords(decision: Decision): string[] {
  const { witnesses, region, pin } = decision;
  if (region === null || pin !== null) return [];
  const phrases = new Set<string>();
  for (const { origin, wins } of witnesses)
    for (const member of wins ? origin.members : []) {
      if (allows(member, region)) continue;
      const { sourceName } = member.claim;
      phrases.add(
        sourceName === origin.name
          ? `${sourceName} also says ${wordsFor(member, decision)}`
          : `${sourceName} has it from ${origin.name} as ${wordsFor(member, decision)}`,
      );
    }
  return atMostThree([...phrases], 'more differ');
}

/** What stood before and was replaced by something else. */
function replacedWords(decision: Decision): string[] {
  const { region, intervals, superseded } = decision;
  if (region === null || decision.live.length === intervals.length) return [];
  // What a source said again and again before is told once, as it was first.
  const phrases = new Map<string, string>();
  const tell = (what: string, words: string) => {
    if (!phrases.has(what)) phrases.set(what, words);
  };
  for (const interval of intervals) {
    const replaced = superseded.get(interval);
    const isRounded = replaced !== undefined && overlaps(replaced.by, interval);
    if (allows(interval, region) && !isRounded) continue;
    const { sourceName, standing, publishedAt } = interval.claim;
    const amount = wordsFor(interval, decision);
    const on = publishedAt === null ? '' : ` (${publishedAt.slice(0, 10)})`;
    if (replaced?.how === 'later_total') tell(`total ${amount}`, `it replaces an earlier total of ${amount}${on}`);
    else if (replaced?.how === 'moved_on') tell(`earlier ${amount}`, `it replaces an earlier ${amount}${on}`);
    else if (replaced?.how === 'agreed_since')
      tell(`before ${sourceName} ${amount}`, `before it was agreed, ${sourceName} told ${amount}${on}`);
    else if (replaced?.how === 'copy_of_replaced' || isToldByRevision(replaced, decision)) continue;
    else if (replaced !== undefined) {
      const words = `${sourceName} ${replaced.how === 'correction' ? 'corrected' : 'replaced'} its ${amount}`;
      tell(words, `${words}${laterBy(interval, replaced.by)}`);
    } else if (standing === 'revised') {
      const now = successorOf(interval, decision);
      const words = `${sourceName} corrected its ${amount}`;
      if (now !== null && !overlaps(now, interval)) tell(words, `${words}${laterBy(interval, now)}`);
    }
  }
  return atMostThree([...phrases.values()], 'more were replaced');
}

/** A correction note repeats what an older revision said; that one tells when it was corrected. */
function isToldByRevision(replaced: Superseded | undefined, { ofArticle }: Pick<Decision, 'ofArticle'>): boolean {
  const articleId = replaced?.interval.claim.articleId;
  if (articleId === undefined || replaced?.by.claim.articleId !== articleId) return false;
  return ofArticle(articleId).some(({ claim }) => claim.standing === 'revised');
}

function atMostThree(phrases: readonly string[], rest: string): string[] {
  return phrases.length <= 4 ? [...phrases] : [...phrases.slice(0, 3), `${phrases.length - 3} ${rest}`];
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

import { agree } from './agree.ts';
import { claimWeight } from './claimWeight.ts';
import { compareText } from './compareText.ts';
import { confidenceOf } from './confidence.ts';
import { OTHER_DEFINITION_WEIGHT, PLACED_FROM, UNIT_WEIGHT } from './constants.ts';
import { fromFixedPoint, toFixedPoint } from './decimal.ts';
import { allows, slipsFrom, type Witness, wordsIn } from './decision.ts';
import { certaintiesOf, doubted, undoubted, type Weigh } from './doubt.ts';
import { countClaims } from './echoes/countClaims.ts';
import { explain, type Why } from './explain.ts';
import type { FigureKey } from './figureKey.ts';
import { comparePreference, type Interval, scaleClaims } from './interval.ts';
import { type EchoVerdict, judge, judgeEchoes } from './judge.ts';
import type { Agreement, ClaimVerdict, KeyClaim, Pin } from './keyClaim.ts';
import { byPublication, type CopyGroupOf, groupByOrigin, type Origin } from './origins.ts';
import { isPlaced, judgeUnplaced, ruleOf } from './placed.ts';
import { byArticle, findSuperseded, isGrowingTotal } from './supersede.ts';
import { type Region, sweep, type Vote } from './sweep.ts';

export interface ReconcileOptions {
  readonly pin?: Pin | null;
  /** Weight of a source from audited outcomes, a positive whole number; 1000 is that of a source nobody audited. */
  readonly weightOf?: (sourceId: string) => number;
  /** Sources that were found to copy each other share a group, as the last closed epoch says. */
  readonly copyGroupOf?: CopyGroupOf;
  /** Whether a source was found to measure this key's measure by another definition than most, as the last closed epoch says. */
  readonly measuresOtherwise?: (sourceId: string) => boolean;
  /** Certainty from which claims count, 0 to 1. */
  readonly placedFrom?: number;
}

/** The one row for a figure key. Amounts are plain decimals in the key's unit. */
export interface Reconciled {
  /** False when no claim counts any more; then only verdicts and the explanation mean something. */
  readonly live: boolean;
  /** Null for a mere order of magnitude. */
  readonly value: string | null;
  /** Null is an open end. */
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: Agreement | null;
  /** 0 to 1, three digits. */
  readonly confidence: string | null;
  readonly claimCount: number;
  readonly independentSources: number;
  /** Earliest publication among claims that were not withdrawn. */
  readonly firstReported: string | null;
  readonly winnerClaimId: string | null;
  readonly explanation: string;
  readonly why: Why;
  readonly verdicts: readonly ClaimVerdict[];
  /** What became of the echoes of claims that have some, by the claim that they echo. */
  readonly echoVerdicts: ReadonlyMap<string, EchoVerdict>;
}

/**
 * Decides what the claims of one figure key come to (docs: reconciling). Claims that are not placed get a verdict, and change nothing.
 * Pure, and independent of the order of the claims.
 */
export function reconcile(key: FigureKey, claims: readonly KeyClaim[], options: ReconcileOptions = {}): Reconciled {
  const { placedFrom = PLACED_FROM } = options;
  const placed = claims.filter(({ certainty }) => isPlaced(certainty, placedFrom));
  const decided = reconcilePlaced(key, placed, options);
  if (placed.length === claims.length) return decided;
  const unplaced = claims.filter(({ certainty }) => !isPlaced(certainty, placedFrom)).map((claim) => judgeUnplaced(claim, placedFrom));
  return { ...decided, verdicts: [...decided.verdicts, ...unplaced].sort((a, b) => compareText(a.claimId, b.claimId)) };
}

function reconcilePlaced(key: FigureKey, claims: readonly KeyClaim[], options: ReconcileOptions): Reconciled {
  const pin = options.pin ?? null;
  const { scale, intervals } = scaleClaims(claims, pin === null ? [] : [pin.value]);
  const ordered = intervals.length < 2 ? intervals : [...intervals].sort((a, b) => byPublication(a.claim, b.claim));
  const standing = ordered.filter(({ claim }) => claim.standing === 'active');
  const revised = ordered.filter(({ claim }) => claim.standing === 'revised');
  const superseded = findSuperseded(standing, revised, isGrowingTotal(key.measure, key.definition), key.status);
  const live = superseded.size === 0 ? standing : standing.filter((interval) => !superseded.has(interval));
  const origins = live.length === 0 ? [] : groupByOrigin(live, options.copyGroupOf);
  const votes = votesOf(origins, options);
  const pinned = pin === null ? null : toFixedPoint(pin.value, scale);
  const region = live.length === 0 ? null : decide(votes, pinned);
  const witnesses = origins.map((origin, index): Witness => {
    const vote = votes[index];
    if (vote === undefined) throw new Error(`Origin ${origin.id} has no vote.`);
    return { origin, ...vote, wins: region?.members.includes(index) ?? false };
  });
  const winner = region === null ? null : winnerIn(region, witnesses);
  const value = region === null ? null : (pinned ?? pointIn(region, winner));
  const decision = {
    key,
    scale,
    words: wordsIn(key.unit, scale),
    slipOf: slipsFrom(value),
    pin,
    intervals: ordered,
    ofArticle: byArticle(ordered),
    live,
    superseded,
    witnesses,
    region,
    winner,
    value,
    agreement: region === null ? null : agree(witnesses, superseded, pinned !== null),
    byCertainty: region !== null && pinned === null && isByCertainty(region, live, origins, options),
  };
  const judged = judge(decision);
  const confidence = region === null ? null : confidenceOf(witnesses, winner, pinned !== null);
  const text = (amount: bigint | null | undefined) => (amount === null || amount === undefined ? null : fromFixedPoint(amount, scale));
  return {
    live: region !== null,
    value: text(value),
    low: text(region?.low),
    high: text(region?.high),
    agreement: decision.agreement,
    confidence,
    claimCount: countClaims(live),
    independentSources: origins.length,
    firstReported: firstReported(ordered),
    winnerClaimId: winner?.claim.claimId ?? null,
    ...explain(decision, judged, ruleOf(options.placedFrom ?? PLACED_FROM)),
    verdicts: judged.toSorted((a, b) => compareText(a.claimId, b.claimId)),
    echoVerdicts: judgeEchoes(decision),
  };
}

/** One vote for each origin. Those who measure otherwise decide only among themselves, when nobody of the usual definition speaks. */
function votesOf(
  origins: readonly Origin[],
  { weightOf, measuresOtherwise }: ReconcileOptions,
  weigh: Weigh = doubted,
): (Vote & { otherwise: boolean })[] {
  const votes = origins.map((origin) => ({
    ...voteOf(origin, weightOf, weigh),
    otherwise:
      measuresOtherwise !== undefined &&
      origin.members.every(({ claim }) => !claim.isPrimary && claim.speaker === null && measuresOtherwise(claim.sourceId)),
  }));
  if (!votes.some(({ otherwise }) => otherwise)) return votes;
  if (votes.every(({ otherwise }) => otherwise)) return votes.map((vote) => ({ ...vote, otherwise: false }));
  return votes.map((vote) => (vote.otherwise ? { ...vote, weight: OTHER_DEFINITION_WEIGHT } : vote));
}

/**
 * An origin's narrowest interval; when its members contradict each other, what its author says counts, else what was corrected, each amount
 * once. It is as certain as the claim that speaks for it: copies make no reading surer.
 */
function voteOf(origin: Origin, weightOf: ReconcileOptions['weightOf'], weigh: Weigh): Vote {
  const [first] = origin.members;
  if (first === undefined) throw new Error(`Origin ${origin.id} has no claims.`);
  const own = origin.members.filter(({ claim }) => claim.isPrimary || claim.sourceName === origin.name);
  const author = weightOf === undefined ? UNIT_WEIGHT : weightOfAuthor(own, weightOf);
  const weight = claimWeight(origin.members, author);
  const vote = (interval: Interval): Vote => ({ interval, weight: weigh(weight, interval.claim.certainty) });
  if (origin.members.every(({ low, high }) => low === first.low && high === first.high))
    return vote(origin.members.reduce((best, member) => (comparePreference(member, best) < 0 ? member : best)));
  const corrected = origin.members.filter(({ claim }) => claim.correctionNote !== null);
  const words = own.length > 0 ? own : corrected.length > 0 ? corrected : origin.members;
  const distinct = new Map<string, Interval>();
  for (const member of [...words].sort(comparePreference)) {
    const amount = `${member.low}/${member.high}`;
    if (!distinct.has(amount)) distinct.set(amount, member);
  }
  const candidates = [...distinct.values()];
  const region = sweep(candidates.map((interval) => ({ interval, weight: weigh(UNIT_WEIGHT, interval.claim.certainty) })));
  // Sorted by preference: the first member is the narrowest.
  return vote(candidates[region.members[0] ?? 0] ?? first);
}

/** Those who only repeat lend no weight: a copy by a source that is usually right is still a copy. */
function weightOfAuthor(own: readonly Interval[], weightOf: (sourceId: string) => number): number {
  let greatest = 0;
  for (const { claim } of own) if (claim.isPrimary || claim.speaker === null) greatest = Math.max(greatest, weightOf(claim.sourceId));
  return greatest === 0 ? UNIT_WEIGHT : greatest;
}

/** A pin decides, then a party's own release, then weight. */
function decide(votes: readonly Vote[], pinned: bigint | null): Region {
  if (pinned !== null) {
    const members = votes.flatMap(({ interval }, index) => (contains(interval, pinned) ? [index] : []));
    return { low: pinned, high: pinned, weight: members.reduce((sum, index) => sum + (votes[index]?.weight ?? 0), 0), members };
  }
  const primary = votes.flatMap(({ interval }, index) => (interval.claim.isPrimary ? [index] : []));
  return primary.length > 0 ? sweep(votes, primary) : sweep(votes);
}

/** Whether the region would be another one if all claims were read equally surely. What nobody contradicts is decided by nothing. */
function isByCertainty(region: Region, live: readonly Interval[], origins: readonly Origin[], options: ReconcileOptions): boolean {
  if (
    live.every((interval) => certaintiesOf(interval).every((certainty) => certainty === 1)) ||
    live.every((interval) => allows(interval, region))
  )
    return false;
  const { low, high } = decide(votesOf(origins, options, undoubted), null);
  return low !== region.low || high !== region.high;
}

/** The most precise claim whose own number lies in the region, else the most precise one. */
function winnerIn(region: Region, witnesses: readonly Witness[]): Interval | null {
  let best: Interval | null = null;
  let bestInside: Interval | null = null;
  for (const { wins, origin } of witnesses) {
    for (const interval of wins ? origin.members : []) {
      if (!allows(interval, region)) continue;
      if (best === null || comparePreference(interval, best) < 0) best = interval;
      if (interval.point === null || !within(interval.point, region)) continue;
      if (bestInside === null || comparePreference(interval, bestInside) < 0) bestInside = interval;
    }
  }
  return bestInside ?? best;
}

/** The winner's own number; between two bounds, or in a range, the middle. */
function pointIn(region: Region, winner: Interval | null): bigint | null {
  const isEnclosedBound = winner !== null && winner.width === null && region.low !== null && region.high !== null;
  if (winner !== null && winner.point !== null && !isEnclosedBound && within(winner.point, region)) return winner.point;
  if (winner?.claim.amount.hedge === 'order') return null;
  if (region.low === null || region.high === null) return region.low ?? region.high;
  return (region.low + region.high) / 2n;
}

function within(point: bigint, { low, high }: Region): boolean {
  return (low === null || point >= low) && (high === null || point <= high);
}

function contains({ low, high }: Interval, point: bigint): boolean {
  return (low === null || point >= low) && (high === null || point <= high);
}

function firstReported(intervals: readonly Interval[]): string | null {
  let first: string | null = null;
  for (const { claim } of intervals) {
    if (claim.standing === 'withdrawn' || claim.standing === 'reextracted' || claim.publishedAt === null) continue;
    if (first === null || claim.publishedAt < first) first = claim.publishedAt;
  }
  return first;
}

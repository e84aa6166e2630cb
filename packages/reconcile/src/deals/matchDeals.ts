import type { Deal } from '@newsledger/events';
import { corePartiesOf, familyOf, wholeOf } from './dealBucket.ts';
import { DISPUTE_DAYS, gapDaysOf, isRepeatable } from './dealTime.ts';

/** One article's report of a deal. */
export interface DealReport {
  readonly claimId: string;
  readonly articleId: string;
  readonly deal: Deal;
  /** The ISO day that it is about. */
  readonly day: string;
  /** Where it stands in the log. */
  readonly position: bigint;
  /** Whether its article stands; others only keep a deal's identity. */
  readonly counts: boolean;
}

export interface DealMatch {
  /** Names the deal within its bucket: the article that first reported it in the log. It stays when reports come or go. */
  readonly anchor: string;
  /** Reports that count, by day. */
  readonly claimIds: readonly string[];
}

const DAY_MS = 86_400_000;

interface OpenDeal {
  readonly reports: DealReport[];
  last: number;
  lastStart: number;
  /** When it was completed, called off or forbidden. */
  end: number | null;
}

/**
 * Tells the deals of one bucket apart: rumour, talks, agreement and completion are one deal, a company's and its part's telling too, as
 * long as values and time allow it. Depends on the set of reports alone.
 */
export function matchDeals(reports: readonly DealReport[], resolve: (name: string) => string): DealMatch[] {
  const ordered = [...reports].sort((a, b) => compare(a.day, b.day) || compare(a.claimId, b.claimId));
  const counting = ordered.filter(({ counts }) => counts);
  const deals: OpenDeal[] = [];
  // Parts are placed first, so that what is told of the whole finds the part's deal.
  const precise = counting.filter((report) => !namesAWhole(report, counting, resolve));
  for (const report of [...precise, ...counting.filter((one) => !precise.includes(one))]) place(report, deals, resolve);
  return anchored(deals, ordered);
}

/** Whether another report names a part where this one names the company. */
function namesAWhole(report: DealReport, all: readonly DealReport[], resolve: (name: string) => string): boolean {
  const parties = new Set(corePartiesOf(report.deal, resolve));
  return all.some(({ deal }) =>
    corePartiesOf(deal, resolve).some(
      (name) => !parties.has(name) && wholeOf(name, resolve) !== name && parties.has(wholeOf(name, resolve)),
    ),
  );
}

function place(report: DealReport, deals: OpenDeal[], resolve: (name: string) => string): void {
  const time = Date.parse(report.day);
  const gap = gapMsOf(report.deal);
  const near = deals
    .filter((deal) => time - deal.last <= gap && startOf(deal) - time <= gap)
    .filter((deal) => deal.reports.every((other) => mayBeSameParties(report.deal, other.deal, resolve)))
    .filter((deal) => !isNewBeginning(report, deal))
    .sort((a, b) => b.lastStart - a.lastStart);
  const fitting = near.find((deal) => agreesInValue(report, deal)) ?? near.find((deal) => !contradictsLater(report, deal));
  if (fitting === undefined) deals.push({ reports: [report], last: time, lastStart: time, end: isEnd(report.deal) ? time : null });
  else {
    fitting.reports.push(report);
    fitting.last = Math.max(fitting.last, time);
    if (isEnd(report.deal)) fitting.end = Math.max(fitting.end ?? time, time);
  }
}

function gapMsOf(deal: Deal): number {
  return gapDaysOf(familyOf(deal)) * DAY_MS;
}

function startOf({ reports }: OpenDeal): number {
  return Math.min(...reports.map(({ day }) => Date.parse(day)));
}

/** Two parts of one company are two parties; a part and its company may be one. */
function mayBeSameParties(a: Deal, b: Deal, resolve: (name: string) => string): boolean {
  const [left, right] = [corePartiesOf(a, resolve), corePartiesOf(b, resolve)];
  const covered = (name: string, others: readonly string[]) =>
    others.some((other) => other === name || wholeOf(other, resolve) === name || wholeOf(name, resolve) === other);
  return left.every((name) => covered(name, right)) && right.every((name) => covered(name, left));
}

/** Rumours or an agreement some time after a deal ended begin the next one. */
function isNewBeginning({ deal, day }: DealReport, { end }: OpenDeal): boolean {
  return end !== null && !isEnd(deal) && Date.parse(day) > end + DISPUTE_DAYS * DAY_MS && deal.announcedOn === null;
}

function isEnd({ status }: Deal): boolean {
  return status === 'completed' || status === 'terminated' || status === 'blocked';
}

/** A report without a value agrees with what is going on when it comes. */
function agreesInValue(report: DealReport, { reports }: OpenDeal): boolean {
  return reports.some((other) => valuesMeet(report.deal, other.deal) === true);
}

/** Another value, long after, of parties that deal with each other again and again; or of a company beside its part's. */
function contradictsLater(report: DealReport, deal: OpenDeal): boolean {
  const meetings = deal.reports.map((other) => valuesMeet(report.deal, other.deal)).filter((meets) => meets !== null);
  if (meetings.length === 0 || meetings.includes(true)) return false;
  if (!isRepeatable(familyOf(report.deal))) return false;
  return Date.parse(report.day) - startOf(deal) > DISPUTE_DAYS * DAY_MS;
}

/** Whether two told values allow a common number; null when they can't be compared. */
function valuesMeet(a: Deal, b: Deal): boolean | null {
  if (a.value === null || b.value === null || a.value.unit !== b.value.unit || a.value.definition !== b.value.definition) return null;
  const lowOf = ({ low }: { low: string | null }) => (low === null ? Number.NEGATIVE_INFINITY : Number(low));
  const highOf = ({ high }: { high: string | null }) => (high === null ? Number.POSITIVE_INFINITY : Number(high));
  return lowOf(a.value.amount) <= highOf(b.value.amount) && lowOf(b.value.amount) <= highOf(a.value.amount);
}

/** Names each deal by the earliest of the log among its reports and those about its time that no longer count. */
function anchored(deals: readonly OpenDeal[], ordered: readonly DealReport[]): DealMatch[] {
  const taken = new Set<string>();
  const silent = ordered.filter(({ counts }) => !counts);
  return [...deals]
    .sort((a, b) => startOf(a) - startOf(b) || compare(firstId(a), firstId(b)))
    .map((deal) => {
      const candidates = [...deal.reports, ...silent.filter((report) => nearest(report, deals) === deal)];
      candidates.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : compare(a.claimId, b.claimId)));
      const free = candidates.find(({ articleId }) => !taken.has(articleId))?.articleId ?? `${candidates[0]?.articleId}#${taken.size}`;
      taken.add(free);
      const claims = [...deal.reports].sort((a, b) => compare(a.day, b.day) || compare(a.claimId, b.claimId));
      return { anchor: free, claimIds: claims.map(({ claimId }) => claimId) };
    });
}

function nearest({ day }: DealReport, deals: readonly OpenDeal[]): OpenDeal | undefined {
  const time = Date.parse(day);
  const distanceTo = (deal: OpenDeal) => Math.max(0, startOf(deal) - time, time - deal.last);
  return [...deals].sort((a, b) => distanceTo(a) - distanceTo(b) || startOf(a) - startOf(b))[0];
}

function firstId({ reports }: OpenDeal): string {
  return reports.map(({ claimId }) => claimId).sort()[0] ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { canonicalJson, type Deal } from '@newsledger/events';
import { compareText } from '../compareText.ts';
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

/** A report with what is looked at again and again. */
interface Told {
  readonly report: DealReport;
  readonly time: number;
  readonly parties: readonly string[];
  /** Equal for reports that say the same. */
  readonly saying: string;
}

interface OpenDeal {
  readonly reports: DealReport[];
  /** Each set of parties that its reports name, once. */
  readonly parties: Map<string, readonly string[]>;
  /** Each value that its reports tell, once. */
  readonly values: Map<string, Deal>;
  start: number;
  last: number;
  readonly lastStart: number;
  /** When it was completed, called off or forbidden. */
  end: number | null;
}

/**
 * Tells the deals of one bucket apart: rumour, talks, agreement and completion are one deal, a company's and its part's telling too, as
 * long as values and time allow it. Depends on the set of reports alone.
 */
export function matchDeals(reports: readonly DealReport[], resolve: (name: string) => string): DealMatch[] {
  const told = reports.map(
    (report): Told => ({
      report,
      time: Date.parse(report.day),
      parties: corePartiesOf(report.deal, resolve),
      saying: canonicalJson(report.deal),
    }),
  );
  // What says the same on one day is placed in one go, so that whoever says it again finds the deal that it told before.
  told.sort((a, b) => a.time - b.time || compareText(a.saying, b.saying) || compareText(a.report.claimId, b.report.claimId));
  const counting = told.filter(({ report }) => report.counts);
  const deals: OpenDeal[] = [];
  // Parts are placed first, so that what is told of the whole finds the part's deal.
  const [wholes, precise] = namingWholes(counting, resolve);
  for (const one of [...precise, ...wholes]) place(one, deals, resolve);
  return anchored(
    deals,
    told.filter(({ report }) => !report.counts).map(({ report }) => report),
  );
}

/** Reports that name a company where another one names its part, and the others. */
function namingWholes(all: readonly Told[], resolve: (name: string) => string): [Told[], Told[]] {
  const partsOf = new Map<string, Set<string>>();
  for (const name of new Set(all.flatMap(({ parties }) => parties))) {
    const whole = wholeOf(name, resolve);
    if (whole !== name) partsOf.set(whole, (partsOf.get(whole) ?? new Set()).add(name));
  }
  const wholes: Told[] = [];
  const precise: Told[] = [];
  for (const told of all) {
    const isWhole = told.parties.some(
      (name) =>
        partsOf
          .get(name)
          ?.values()
          .some((part) => !told.parties.includes(part)) === true,
    );
    (isWhole ? wholes : precise).push(told);
  }
  return [wholes, precise];
}

function place(told: Told, deals: OpenDeal[], resolve: (name: string) => string): void {
  const { report, time, parties } = told;
  const gap = gapMsOf(report.deal);
  const near = deals
    .filter((deal) => time - deal.last <= gap && deal.start - time <= gap)
    .filter((deal) => deal.parties.values().every((others) => mayBeSameParties(parties, others, resolve)))
    .filter((deal) => !isNewBeginning(report, deal))
    .sort((a, b) => b.lastStart - a.lastStart);
  const fitting = near.find((deal) => agreesInValue(report, deal)) ?? near.find((deal) => !contradictsLater(told, deal));
  const deal: OpenDeal = fitting ?? {
    reports: [],
    parties: new Map(),
    values: new Map(),
    start: time,
    last: time,
    lastStart: time,
    end: null,
  };
  if (fitting === undefined) deals.push(deal);
  deal.reports.push(report);
  deal.parties.set(parties.join('\n'), parties);
  deal.values.set(canonicalJson(report.deal.value), report.deal);
  deal.start = Math.min(deal.start, time);
  deal.last = Math.max(deal.last, time);
  if (isEnd(report.deal)) deal.end = Math.max(deal.end ?? time, time);
}

function gapMsOf(deal: Deal): number {
  return gapDaysOf(familyOf(deal)) * DAY_MS;
}

/** Two parts of one company are two parties; a part and its company may be one. */
function mayBeSameParties(left: readonly string[], right: readonly string[], resolve: (name: string) => string): boolean {
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
function agreesInValue({ deal }: DealReport, { values }: OpenDeal): boolean {
  return values.values().some((other) => valuesMeet(deal, other) === true);
}

/** Another value, long after, of parties that deal with each other again and again; or of a company beside its part's. */
function contradictsLater({ report, time }: Told, deal: OpenDeal): boolean {
  const meetings = [...deal.values.values()].map((other) => valuesMeet(report.deal, other)).filter((meets) => meets !== null);
  if (meetings.length === 0 || meetings.includes(true)) return false;
  if (!isRepeatable(familyOf(report.deal))) return false;
  return time - deal.start > DISPUTE_DAYS * DAY_MS;
}

/** Whether two told values allow a common number; null when they can't be compared. */
function valuesMeet(a: Deal, b: Deal): boolean | null {
  if (a.value === null || b.value === null || a.value.unit !== b.value.unit || a.value.definition !== b.value.definition) return null;
  const lowOf = ({ low }: { low: string | null }) => (low === null ? Number.NEGATIVE_INFINITY : Number(low));
  const highOf = ({ high }: { high: string | null }) => (high === null ? Number.POSITIVE_INFINITY : Number(high));
  return lowOf(a.value.amount) <= highOf(b.value.amount) && lowOf(b.value.amount) <= highOf(a.value.amount);
}

/** Names each deal by the earliest of the log among its reports and those about its time that no longer count. */
function anchored(deals: readonly OpenDeal[], silent: readonly DealReport[]): DealMatch[] {
  const taken = new Set<string>();
  const nearestOf = Map.groupBy(silent, (report) => nearest(report, deals));
  return [...deals]
    .sort((a, b) => a.start - b.start || compareText(firstId(a), firstId(b)))
    .map((deal) => {
      const candidates = [...deal.reports, ...(nearestOf.get(deal) ?? [])];
      candidates.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : compareText(a.claimId, b.claimId)));
      const free = candidates.find(({ articleId }) => !taken.has(articleId))?.articleId ?? `${candidates[0]?.articleId}#${taken.size}`;
      taken.add(free);
      const claims = [...deal.reports].sort((a, b) => compareText(a.day, b.day) || compareText(a.claimId, b.claimId));
      return { anchor: free, claimIds: claims.map(({ claimId }) => claimId) };
    });
}

function nearest({ day }: DealReport, deals: readonly OpenDeal[]): OpenDeal | undefined {
  const time = Date.parse(day);
  const distanceTo = (deal: OpenDeal) => Math.max(0, deal.start - time, time - deal.last);
  return [...deals].sort((a, b) => distanceTo(a) - distanceTo(b) || a.start - b.start)[0];
}

function firstId({ reports }: OpenDeal): string {
  return reports.map(({ claimId }) => claimId).sort()[0] ?? '';
}

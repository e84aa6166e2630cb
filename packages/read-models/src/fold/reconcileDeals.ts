import { hash } from 'node:crypto';
import { deterministicId } from '@newsledger/events';
import { type DealReport, findOrigins, judgeUnplaced, type KeyClaim, matchDeals } from '@newsledger/reconcile';
import { dayOf, statusOf } from './dealStages.ts';
import { decideDealValue } from './decideDealValue.ts';
import { describeDeal } from './describeDeal.ts';
import type { Cause, DealClaimRow, DealRow } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/**
 * Matches all reports of one bucket (family and core parties) to deals, and decides each deal anew. A deal is named after the article that
 * was first recorded of it, standing or not: what comes or goes later never gives it another name. Reports that are not placed change nothing.
 */
export function reconcileDeals(state: FoldState, bucket: string, cause: Cause): void {
  const all = state.claimsOfBucket(bucket);
  const claims = all.filter(state.isPlaced);
  const alive = new Set<string>();
  for (const { anchor, claimIds } of matchDeals(claims.map(toReport), state.resolve)) {
    const members = new Set(claimIds);
    if (members.size === 0) continue;
    const dealId = deterministicId('deal', bucket, anchor);
    alive.add(dealId);
    decideDeal(state, dealId, bucket, claims.filter(({ claimId }) => members.has(claimId)).sort(byDay), cause);
  }
  for (const claim of all) {
    if (claim.standing === 'active' && !state.isPlaced(claim)) {
      const { verdict, reason } = judgeUnplaced({ ...claim, standing: claim.standing }, state.placedFrom);
      state.setClaim(claim, { verdict, reason });
    }
    if (claim.standing === 'revised')
      state.setClaim(claim, { verdict: 'superseded', reason: 'A later revision of the article replaced it.', originId: null });
    if (claim.standing === 'withdrawn')
      state.setClaim(claim, { verdict: 'withdrawn', reason: 'The article was withdrawn.', originId: null });
  }
  for (const { dealId, live } of state.dealsOfBucket(bucket)) if (live && !alive.has(dealId)) leave(state, dealId, cause);
}

function toReport(claim: DealClaimRow): DealReport {
  const { claimId, articleId, content, position, standing } = claim;
  return { claimId, articleId, deal: content, day: dayOf(claim), position, counts: standing === 'active' };
}

function byDay(a: DealClaimRow, b: DealClaimRow): number {
  const [first, second] = [`${dayOf(a)} ${a.claimId}`, `${dayOf(b)} ${b.claimId}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

function decideDeal(state: FoldState, dealId: string, bucket: string, reports: readonly DealClaimRow[], cause: Cause): void {
  const described = describeDeal(reports, state.resolve);
  const parties = new Set(described.parties.map(({ entity }) => entity));
  const keyClaims = new Map<string, KeyClaim>();
  for (const report of reports) {
    const claim = toKeyClaim(state, report, report.content.value?.amount ?? NO_AMOUNT, parties);
    if (claim !== null) keyClaims.set(report.claimId, claim);
  }
  const witnesses = state.witnessOptions('deal_value', 'money');
  const origins = findOrigins([...keyClaims.values()], witnesses.copyGroupOf);
  const independentSources = new Set(origins.values()).size;
  const status = statusOf(reports);
  const decided = decideDealValue(described.title, reports, keyClaims, status, witnesses);
  for (const report of reports) {
    const verdict = decided.verdicts.get(report.claimId) ?? { verdict: 'agrees' as const, reason: 'It reports the deal.' };
    state.setClaim(report, {
      dealId,
      originId: origins.get(report.claimId) ?? null,
      isPrimary: keyClaims.get(report.claimId)?.isPrimary ?? false,
      ...verdict,
    });
  }
  const published = reports.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  show(state, cause, {
    dealId,
    bucket,
    live: true,
    ...described,
    status,
    value: decided.value,
    low: decided.low,
    high: decided.high,
    unit: decided.unit,
    valueDefinition: decided.definition,
    stages: decided.stages,
    agreement: decided.agreement ?? (independentSources === 1 ? 'single_source' : 'agreed'),
    claimCount: reports.length,
    independentSources,
    firstReported: published[0] ?? null,
    explanation:
      decided.explanation ??
      `${independentSources} independent source${independentSources === 1 ? ' reports' : 's report'} it; none tells a value.`,
  });
}

/** Stands in for the amount of a report without one, where only its origin is asked. */
const NO_AMOUNT = { value: null, low: null, high: null, lowOpen: false, highOpen: false, hedge: '=', significantDigits: 0 } as const;

type ShownDeal = Omit<DealRow, 'firstRecorded' | 'lastChanged' | 'shown'>;

function show(state: FoldState, cause: Cause, deal: ShownDeal): void {
  const shown = hash('sha1', JSON.stringify(deal), 'base64');
  const known = state.deals.get(deal.dealId);
  if (known?.shown === shown) return;
  const firstRecorded = known?.firstRecorded ?? cause.changedAt;
  const row: DealRow = { ...deal, firstRecorded, lastChanged: cause.changedAt, shown };
  state.setDeal({ dealId: deal.dealId, bucket: deal.bucket, live: deal.live, firstRecorded, shown });
  state.changed.deals.set(deal.dealId, row);
  state.changed.dealHistory.push({ ...row, ...cause });
}

/** A deal that no standing article reports any more. */
function leave(state: FoldState, dealId: string, cause: Cause): void {
  const known = state.deals.get(dealId);
  if (known === undefined) return;
  show(state, cause, {
    dealId,
    bucket: known.bucket,
    live: false,
    type: known.bucket.slice(0, known.bucket.indexOf('\n')),
    title: known.bucket.slice(known.bucket.indexOf('\n') + 1).replaceAll('\n', ' – '),
    parties: [],
    value: null,
    low: null,
    high: null,
    unit: null,
    valueDefinition: null,
    termYears: null,
    status: 'withdrawn',
    announcedOn: null,
    agreement: null,
    claimCount: 0,
    independentSources: 0,
    stages: [],
    firstReported: null,
    explanation: 'No article that stands reports it any more.',
  });
}

import { hash } from 'node:crypto';
import { deterministicId } from '@newsledger/events';
import { findOrigins, type KeyClaim } from '@newsledger/reconcile';
import { gapDaysOf } from './dealBucket.ts';
import { dayOf, statusOf } from './dealStages.ts';
import { decideDealValue } from './decideDealValue.ts';
import { describeDeal } from './describeDeal.ts';
import type { Cause, DealClaimRow, DealRow } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

const DAY_MS = 86_400_000;

/**
 * Matches all reports of one bucket (family and core parties) to deals: sorted by day, a gap longer than the family's starts the next deal.
 * Then decides each deal anew. The set of reports alone decides, never their order of arrival.
 */
export function reconcileDeals(state: FoldState, bucket: string, cause: Cause): void {
  const claims = state.claimsOfBucket(bucket);
  const active = claims.filter(({ standing }) => standing === 'active');
  const alive = new Set<string>();
  splitByGaps(active, gapDaysOf(bucket)).forEach((reports, ordinal) => {
    const dealId = deterministicId('deal', bucket, `${ordinal}`);
    alive.add(dealId);
    decideDeal(state, dealId, bucket, reports, cause);
  });
  for (const claim of claims) {
    if (claim.standing === 'revised')
      state.setClaim(claim, { verdict: 'superseded', reason: 'A later revision of the article replaced it.', originId: null });
    if (claim.standing === 'withdrawn')
      state.setClaim(claim, { verdict: 'withdrawn', reason: 'The article was withdrawn.', originId: null });
  }
  for (const { dealId, live } of state.dealsOfBucket(bucket)) if (live && !alive.has(dealId)) leave(state, dealId, cause);
}

function splitByGaps(claims: readonly DealClaimRow[], gapDays: number): DealClaimRow[][] {
  const ordered = claims
    .map((claim) => ({ claim, day: dayOf(claim) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.claim.claimId < b.claim.claimId ? -1 : 1));
  const deals: DealClaimRow[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { claim, day } of ordered) {
    const time = Date.parse(day);
    const current = deals.at(-1);
    if (current === undefined || time - last > gapDays * DAY_MS) deals.push([claim]);
    else current.push(claim);
    last = time;
  }
  return deals;
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
  state.deals.set(deal.dealId, { dealId: deal.dealId, bucket: deal.bucket, live: deal.live, firstRecorded, shown });
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

import { hash } from 'node:crypto';
import { deterministicId } from '@newsledger/events';
import { countClaims, type DealReport, findOrigins, judgeUnplaced, type KeyClaim, matchDeals } from '@newsledger/reconcile';
import { dayOf, statusOf } from './dealStages.ts';
import { decideDealValue } from './decideDealValue.ts';
import { describeDeal } from './describeDeal.ts';
import { echoColumns } from './echoColumns.ts';
import { foundWords } from './judgementWords.ts';
import type { KeyClaims } from './keyClaims.ts';
import { NO_AMOUNT } from './noAmount.ts';
import type { Cause, DealClaimRow, DealRow } from './rows.ts';
import type { FoldState } from './state.ts';
import { toKeyClaim } from './toKeyClaim.ts';

/**
 * Matches all reports of one bucket (family and core parties) to deals, and decides each deal anew. A deal is named after the article that
 * was first recorded of it, standing or not: what comes or goes later never gives it another name. Reports that are not placed change nothing.
 */
export function reconcileDeals(state: FoldState, bucket: string, cause: Cause): void {
  const claims = state.keyClaimsOfBucket(bucket);
  const changed = claims.update(state.factsVersion);
  const rows = new Map(claims.rows.map((row) => [row.claimId, row]));
  const alive = new Set<string>();
  for (const { anchor, claimIds } of matchDeals([...rows.values()].map(toReport), state.resolve)) {
    if (claimIds.length === 0) continue;
    const dealId = deterministicId('deal', bucket, anchor);
    alive.add(dealId);
    const reports = claimIds.flatMap((claimId) => rows.get(claimId) ?? []).sort(byDay);
    decideDeal(state, { dealId, bucket, claims, changed }, reports, cause);
  }
  for (const claim of changed) {
    if (claim.standing === 'active' && !state.isPlaced(claim)) {
      const { verdict, reason } = judgeUnplaced({ ...claim, standing: claim.standing, found: foundWords(claim) }, state.placedFrom);
      state.setClaim(claim, { verdict, reason, dealId: null, originId: null, isPrimary: false });
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

interface MatchedDeal {
  readonly dealId: string;
  readonly bucket: string;
  readonly claims: KeyClaims<DealClaimRow>;
  /** Claims that came or changed. */
  readonly changed: ReadonlySet<DealClaimRow>;
}

/** @param reports those that stand for themselves, by day. */
function decideDeal(
  state: FoldState,
  { dealId, bucket, claims, changed }: MatchedDeal,
  reports: readonly DealClaimRow[],
  cause: Cause,
): void {
  const described = describeDeal(
    reports.map((report) => ({ report, echoes: claims.echoesOf(report.claimId) })),
    state.resolve,
  );
  const parties = new Set(described.parties.map(({ entity }) => entity));
  const keyClaims = new Map<string, KeyClaim>();
  for (const report of reports) {
    const claim = toKeyClaim(state, report, report.content.value?.amount ?? NO_AMOUNT, parties);
    if (claim !== null) keyClaims.set(report.claimId, { ...claim, echoes: claims.echoesOf(report.claimId) });
  }
  const witnesses = state.witnessOptions('deal_value', 'money');
  const origins = findOrigins([...keyClaims.values()], witnesses.copyGroupOf);
  const independentSources = new Set(origins.values()).size;
  const status = statusOf(reports);
  const decided = decideDealValue(described.title, reports, keyClaims, status, witnesses);
  for (const report of reports) {
    const { claimId } = report;
    // Claims are found by their deal, so echoes bear its id too.
    const echoing = report.dealId === dealId ? [] : claims.echoing(claimId);
    state.setClaim(report, {
      dealId,
      originId: origins.get(claimId) ?? null,
      isPrimary: keyClaims.get(claimId)?.isPrimary ?? false,
      ...(decided.verdicts.get(claimId) ?? REPORTS_IT),
      ...echoColumns(claims.echoesOf(claimId), decided.echoVerdicts.get(claimId) ?? REPORTS_IT),
    });
    for (const echo of echoing) state.setClaim(echo, { dealId });
  }
  for (const claim of changed) {
    const leader = claim.echoOf === null ? undefined : state.claims.get(claim.echoOf);
    if (leader?.dealId === dealId) state.setClaim(claim, { dealId });
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
    claimCount: countClaims([...keyClaims.values()].map((claim) => ({ claim }))),
    independentSources,
    firstReported: published[0] ?? null,
    explanation:
      decided.explanation ??
      `${independentSources} independent source${independentSources === 1 ? ' reports' : 's report'} it; none tells a value.`,
  });
}

const REPORTS_IT = { verdict: 'agrees', reason: 'It reports the deal.', replacedAt: null } as const;

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

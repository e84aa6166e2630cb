import type { RecordedEvent } from '@newsledger/events';
import { judgementOfSame } from './foldJudgement.ts';
import type { ClaimRow } from './rows.ts';
import type { FoldState } from './state.ts';

/** Keeps a claim until its extraction is complete; nothing counts before. */
export function reportClaim(state: FoldState, event: RecordedEvent<'FigureReported'> | RecordedEvent<'DealReported'>): void {
  const { claimId, articleId, revision, extractor, evidence, certainty } = event.data;
  if (state.claims.has(claimId)) return;
  const base = {
    claimId,
    articleId,
    sourceId: state.articles.get(articleId)?.sourceId ?? 'unknown',
    revision,
    extractorName: extractor.name,
    extractorVersion: extractor.version,
    certainty,
    sentence: evidence.sentence,
    evidence,
    position: event.position,
    recordedAt: event.recordedAt.toISOString(),
    judged: null,
    articleTitle: null,
    publishedAt: null,
    statedAt: null,
    wireCredit: null,
    canonicalUrl: null,
    fingerprint: null,
    correctionNote: null,
    standing: 'pending' as const,
    figureId: null,
    dealBucket: null,
    dealId: null,
    originId: null,
    isPrimary: false,
    verdict: null,
    reason: null,
    echoOf: null,
    lone: null,
    ownUrl: null,
    ownFingerprint: null,
    echoes: null,
    echoVerdict: null,
    echoReason: null,
    echoReplacedAt: null,
  };
  if (event.type === 'FigureReported') {
    const { figure, dealClaimId } = event.data;
    const names = [figure.subject, figure.counterparty, figure.speaker].filter((name) => name !== null);
    add(state, { ...base, kind: 'figure', content: figure, names, dealClaimId, dealFamily: null, neighbours: [], joined: null });
  } else {
    const { deal } = event.data;
    const names = [...deal.parties.map(({ entity }) => entity), ...(deal.speaker === null ? [] : [deal.speaker])];
    add(state, { ...base, kind: 'deal', content: deal, names, dealClaimId: null });
  }
}

function add(state: FoldState, claim: ClaimRow): void {
  const judged = judgementOfSame(state, claim);
  if (state.addClaim({ ...claim, judged })) state.changed.newClaims.add(claim.claimId);
}

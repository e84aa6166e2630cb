import type { Amount } from '@newsledger/events';
import type { KeyClaim } from '@newsledger/reconcile';
import type { ClaimRow } from './rows.ts';
import type { FoldState } from './state.ts';

/** A claim as `reconcile` wants it; null for one that is not effective yet. */
export function toKeyClaim(state: FoldState, claim: ClaimRow, amount: Amount, parties: ReadonlySet<string>): KeyClaim | null {
  if (claim.standing === 'pending') return null;
  const source = state.sources.get(claim.sourceId);
  const speaksFor = (source?.primaryFor ?? []).map(state.resolve).filter((name) => parties.has(name));
  return {
    claimId: claim.claimId,
    articleId: claim.articleId,
    sourceId: claim.sourceId,
    sourceName: source?.name ?? claim.sourceId,
    standing: claim.standing,
    revision: claim.revision,
    amount,
    certainty: claim.judged?.judgement === 'right' ? 1 : claim.certainty,
    speaker: isNamed(claim.content.speaker) ? state.resolve(claim.content.speaker) : null,
    isPrimary: speaksFor.length > 0,
    speaksFor,
    publishedAt: claim.publishedAt,
    statedAt: claim.statedAt,
    wireCredit: claim.wireCredit,
    canonicalUrl: claim.canonicalUrl,
    fingerprint: claim.fingerprint,
    correctionNote: claim.correctionNote,
    sentence: claim.sentence,
    joined: claim.kind === 'figure' ? claim.joined : null,
  };
}

/** Speakers without a name, as `people familiar with the matter`, stand in small letters: those of two articles need not be the same. */
function isNamed(speaker: string | null): speaker is string {
  return speaker !== null && /\p{Lu}/u.test(speaker);
}

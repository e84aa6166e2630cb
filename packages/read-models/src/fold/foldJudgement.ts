import { canonicalJson, type RecordedEvent } from '@newsledger/events';
import { noteDealFamily } from './completeExtraction.ts';
import { decide, touchedBy } from './decide.ts';
import type { Cause, ClaimRow, Judged } from './rows.ts';
import type { FoldState } from './state.ts';

/**
 * What a person found of a claim, or took back. It holds for every claim of the article that reads the same in the same sentence, whichever
 * extractor or revision it is of, and for those to come: who judged once need not judge again after an upgrade.
 */
export function foldJudgement(state: FoldState, event: RecordedEvent<'ClaimJudged'> | RecordedEvent<'ClaimUnjudged'>, cause: Cause): void {
  const { claimId, articleId } = event.data;
  const claim = state.claims.get(claimId);
  // A claim of another article would not be at hand when this one's events are replayed.
  if (claim === undefined || claim.articleId !== articleId) return;
  const judged = event.type === 'ClaimJudged' ? toJudged(event, cause) : null;
  const same = state.claimsOfArticle(articleId).filter((other) => isSameReading(other, claim));
  for (const one of same) state.setClaim(one, { judged });
  const stated = same.filter(({ standing }) => standing !== 'pending');
  const told = claim.kind === 'deal' ? noteFamilies(state, articleId) : [];
  for (const one of [...stated, ...told]) state.placeClaim(one);
  decide(state, touchedBy([...stated, ...told]), cause);
}

/** The judgement that holds for a claim that is just reported; null when nobody judged such a one. */
export function judgementOfSame(state: FoldState, claim: ClaimRow): Judged | null {
  return state.claimsOfArticle(claim.articleId).find((other) => other.judged !== null && isSameReading(other, claim))?.judged ?? null;
}

function toJudged(event: RecordedEvent<'ClaimJudged'>, { position }: Cause): Judged {
  const { claimId, judgement, field, correction, by, reason, judgedAt } = event.data;
  return { claimId, judgement, field, correction, by, reason, judgedAt, position: Number(position) };
}

function isSameReading(a: ClaimRow, b: ClaimRow): boolean {
  return a.kind === b.kind && a.sentence === b.sentence && canonicalJson(a.content) === canonicalJson(b.content);
}

/** With what type of deal the figures of an article are told follows from its deals that count. */
function noteFamilies(state: FoldState, articleId: string): ClaimRow[] {
  const standing = state.claimsOfArticle(articleId).filter((claim) => claim.standing === 'active' || claim.standing === 'withdrawn');
  for (const claim of standing) noteDealFamily(state, claim, standing);
  return standing.filter(({ kind }) => kind === 'figure');
}

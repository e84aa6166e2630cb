import { compareText } from './compareText.ts';

/** Order of claims that nothing else orders. Claims of one article stand together, so that two articles come in one order throughout. */
export function compareIds(a: WithIds, b: WithIds): number {
  return compareText(a.articleId, b.articleId) || compareText(a.claimId, b.claimId);
}

interface WithIds {
  readonly articleId: string;
  readonly claimId: string;
}

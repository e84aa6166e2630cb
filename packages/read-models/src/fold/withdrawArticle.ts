import { articleTombstoneUrl, type EventData } from '@newsledger/events';
import { decide, touchedBy } from './decide.ts';
import { newArticle } from './foldArticle.ts';
import type { Cause } from './rows.ts';
import type { FoldState } from './state.ts';

/** Takes an article's claims out of all figures and deals; they stay on record, unless what the log said of it was erased: then a tombstone stands. */
export function withdrawArticle(state: FoldState, { articleId, reason, erased }: EventData<'ArticleWithdrawn'>, cause: Cause): void {
  const article =
    state.articles.get(articleId) ??
    (erased === undefined ? undefined : newArticle({ articleId, sourceId: erased.sourceId, url: articleTombstoneUrl(articleId) }, cause));
  if (article === undefined) return;
  state.articles.set(articleId, { ...article, withdrawnAt: cause.changedAt, withdrawnReason: reason, openExtraction: null });
  state.changed.articles.add(articleId);
  const claims = state.claimsOfArticle(articleId).filter(({ standing }) => standing === 'active' || standing === 'revised');
  for (const claim of claims) {
    state.setClaim(claim, { standing: 'withdrawn' });
    state.placeClaim(claim);
  }
  decide(state, touchedBy(claims), cause);
}

import type { EventData } from '@newsledger/events';
import { dealFamilyOf } from '@newsledger/reconcile';
import { reasonOnceExtracted } from './abandonExtraction.ts';
import { decide, touchedBy } from './decide.ts';
import { revisionKey } from './foldArticle.ts';
import type { ArticleRow, Cause, ClaimRow } from './rows.ts';
import type { FoldState } from './state.ts';

type Completed = EventData<'ExtractionCompleted'>;

/** Gathers the parts of an extraction; the last one makes its claims the article's claims, all at once. */
export function completeExtraction(state: FoldState, data: Completed, cause: Cause): void {
  const article = state.articles.get(data.articleId);
  if (article === undefined) return;
  const claimIds = [...earlierParts(article, data), ...data.claimIds];
  if (data.part < data.parts) {
    const openExtraction = { revision: data.revision, extractor: data.extractor.version, claimIds };
    setArticle(state, { ...article, openExtraction });
    return;
  }
  const listed = claimIds.flatMap((claimId) => state.claims.get(claimId) ?? []);
  const touched = isNewest(article, data) ? replaceClaims(state, article, data, listed, cause) : keepAsOlder(state, article, data, listed);
  decide(state, touchedBy(touched), cause);
}

function earlierParts(article: ArticleRow, { revision, extractor, part }: Completed): readonly string[] {
  const open = article.openExtraction;
  return part > 1 && open?.revision === revision && open.extractor === extractor.version ? open.claimIds : [];
}

function isNewest({ activeRevision, activeExtractor }: ArticleRow, { revision, extractor }: Completed): boolean {
  if (activeRevision === null || revision > activeRevision) return true;
  return revision === activeRevision && extractor.version >= (activeExtractor ?? 0);
}

function replaceClaims(state: FoldState, article: ArticleRow, data: Completed, listed: readonly ClaimRow[], cause: Cause): Set<ClaimRow> {
  const { revision, extractor } = data;
  const touched = new Set(listed);
  for (const claim of state.claimsOfArticle(article.articleId)) {
    if (touched.has(claim) || (claim.standing !== 'active' && claim.standing !== 'withdrawn')) continue;
    touched.add(claim);
    if (revision > claim.revision) state.setClaim(claim, { standing: 'revised' });
    else reread(state, claim);
    state.placeClaim(claim);
  }
  const about = aboutArticle(state, article, revision);
  const standing = article.withdrawnAt === null ? 'active' : 'withdrawn';
  for (const claim of listed) {
    state.setClaim(claim, { ...about, standing });
    noteDealFamily(state, claim, listed);
    state.placeClaim(claim);
  }
  setArticle(state, {
    ...article,
    activeRevision: revision,
    activeExtractor: extractor.version,
    extractedAt: cause.changedAt,
    unavailableReason: reasonOnceExtracted(article),
    openExtraction: null,
  });
  return touched;
}

/** An extraction that comes after a newer one never counts, but stays on record. */
function keepAsOlder(state: FoldState, article: ArticleRow, { revision }: Completed, listed: readonly ClaimRow[]): Set<ClaimRow> {
  const about = aboutArticle(state, article, revision);
  for (const claim of listed) {
    state.setClaim(claim, about);
    noteDealFamily(state, claim, listed);
    if (revision < (article.activeRevision ?? 0)) state.setClaim(claim, { standing: 'revised' });
    else reread(state, claim);
    state.placeClaim(claim);
  }
  setArticle(state, { ...article, openExtraction: null });
  return new Set(listed);
}

/** Notes with what type of deal a figure is told: of the deal that it names as its own, else of those that the same reading tells. */
export function noteDealFamily(state: FoldState, claim: ClaimRow, listed: readonly ClaimRow[]): void {
  if (claim.kind !== 'figure') return;
  const deals = listed.flatMap((told) => (told.kind === 'deal' && state.isPlaced(told) ? [told] : []));
  const named = deals.find(({ claimId }) => claimId === claim.dealClaimId)?.content ?? null;
  state.setClaim(claim, {
    dealFamily: dealFamilyOf(
      claim.content,
      named,
      deals.map(({ content }) => content),
    ),
  });
}

function reread(state: FoldState, claim: ClaimRow): void {
  state.setClaim(claim, {
    standing: 'reextracted',
    verdict: 'withdrawn',
    reason: 'A newer extractor read the article again.',
    originId: null,
    ...(claim.kind === 'deal' ? { dealId: null } : {}),
  });
}

/** What the claims of a revision must know of their article. Revision 0 is the feed entry. */
function aboutArticle(state: FoldState, article: ArticleRow, revision: number) {
  const row = state.revisions.get(revisionKey(article.articleId, revision));
  const publishedAt = row?.publishedAt ?? article.publishedAt ?? article.discoveredAt;
  return {
    articleTitle: row?.title ?? article.title,
    publishedAt,
    statedAt: revision > 1 ? (row?.modifiedAt ?? row?.recordedAt ?? publishedAt) : publishedAt,
    wireCredit: row?.wireCredit ?? null,
    canonicalUrl: row?.canonicalUrl ?? null,
    fingerprint: row?.fingerprint ?? null,
    correctionNote: row?.correctionNote ?? null,
  };
}

function setArticle(state: FoldState, article: ArticleRow): void {
  state.articles.set(article.articleId, article);
  state.changed.articles.add(article.articleId);
}

import { articleName, type RecordedEvent } from '@newsledger/events';
import { inUtc } from './inUtc.ts';
import type { ArticleRow, Cause, RevisionRow } from './rows.ts';
import type { FoldState } from './state.ts';

type ArticleEvent =
  | RecordedEvent<'ArticleDiscovered'>
  | RecordedEvent<'ArticleCaptured'>
  | RecordedEvent<'ArticleRevised'>
  | RecordedEvent<'ArticleUnavailable'>;

export function foldArticle(state: FoldState, event: ArticleEvent, cause: Cause): void {
  const { articleId } = event.data;
  const before = state.articles.get(articleId) ?? newArticle(event.data, cause);
  state.articles.set(articleId, afterEvent(state, before, event, cause));
  state.changed.articles.add(articleId);
}

function afterEvent(state: FoldState, before: ArticleRow, event: ArticleEvent, cause: Cause): ArticleRow {
  switch (event.type) {
    case 'ArticleDiscovered': {
      const { summary, author } = event.data;
      const publishedAt = inUtc(event.data.publishedAt);
      // Once the page itself was read, its own words are the better ones.
      if (before.revision > 0) return { ...before, summary, publishedAt: before.publishedAt ?? publishedAt };
      return {
        ...before,
        // A source may list its article under another address than before.
        url: event.data.sourceId === before.sourceId ? event.data.url : before.url,
        title: articleName(event.data),
        summary,
        byline: author === null ? [] : [author],
        publishedAt: publishedAt ?? before.publishedAt,
        modifiedAt: inUtc(event.data.updatedAt) ?? before.modifiedAt,
      };
    }
    case 'ArticleUnavailable':
      return { ...before, unavailableReason: event.data.reason };
    case 'ArticleCaptured':
    case 'ArticleRevised': {
      const { data } = event;
      const title = articleName({ ...data, summary: before.summary ?? '' });
      const row: RevisionRow = {
        articleId: data.articleId,
        revision: data.revision,
        url: data.url,
        canonicalUrl: data.canonicalUrl,
        title,
        publishedAt: inUtc(data.publishedAt) ?? before.publishedAt,
        modifiedAt: inUtc(data.modifiedAt),
        wireCredit: data.wireCredit,
        correctionNote: data.correctionNote,
        captureHash: data.captureHash,
        textHash: data.textHash,
        fingerprint: data.fingerprint,
        wordCount: data.wordCount,
        recordedAt: cause.changedAt,
      };
      state.revisions.set(revisionKey(row.articleId, row.revision), row);
      state.changed.revisions.add(revisionKey(row.articleId, row.revision));
      return {
        ...before,
        canonicalUrl: data.canonicalUrl,
        title,
        byline: data.byline.length > 0 ? data.byline : before.byline,
        publishedAt: row.publishedAt,
        modifiedAt: row.modifiedAt ?? before.modifiedAt,
        language: data.language,
        section: data.section ?? null,
        wireCredit: data.wireCredit,
        correctionNote: data.correctionNote,
        paywalled: data.paywalled,
        fingerprint: data.fingerprint,
        wordCount: data.wordCount,
        revision: data.revision,
        unavailableReason: null,
        withdrawnReason: null,
        withdrawnAt: null,
        capturedAt: cause.changedAt,
      };
    }
  }
}

export function revisionKey(articleId: string, revision: number): string {
  return `${articleId}/${revision}`;
}

/** An article of which no more is known than where it came from. */
export function newArticle({ articleId, sourceId, url }: { articleId: string; sourceId: string; url: string }, cause: Cause): ArticleRow {
  return {
    articleId,
    sourceId,
    url,
    canonicalUrl: null,
    title: '',
    summary: null,
    byline: [],
    publishedAt: null,
    modifiedAt: null,
    language: null,
    section: null,
    wireCredit: null,
    correctionNote: null,
    paywalled: false,
    fingerprint: null,
    wordCount: null,
    revision: 0,
    unavailableReason: null,
    withdrawnReason: null,
    discoveredAt: cause.changedAt,
    capturedAt: null,
    withdrawnAt: null,
    activeRevision: null,
    activeExtractor: null,
    extractedAt: null,
    openExtraction: null,
  };
}

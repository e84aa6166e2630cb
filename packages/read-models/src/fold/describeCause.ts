import type { AnyRecordedEvent } from '@newsledger/events';
import { amountWords } from '@newsledger/reconcile';
import { judgementWords } from './judgementWords.ts';
import type { FoldState } from './state.ts';

/** What an event said, in words for a history of figures and deals. */
export function describeCause(state: FoldState, event: AnyRecordedEvent): string {
  switch (event.type) {
    case 'ExtractionCompleted': {
      const { articleId, revision, extractor } = event.data;
      const before = state.articles.get(articleId);
      const again = before?.activeExtractor != null && before.activeRevision === revision && before.activeExtractor < extractor.version;
      const what = again
        ? ', read anew by a newer extractor'
        : revision > 1
          ? `, revision ${revision}`
          : revision === 0
            ? ', as listed'
            : '';
      return `${nameOfArticle(state, articleId)}${what}`;
    }
    case 'ArticleWithdrawn':
      return `${nameOfArticle(state, event.data.articleId)} was withdrawn: ${event.data.reason}`;
    case 'FigurePinned': {
      const { by, value, unit, reason } = event.data;
      return `${by} pinned it at ${amountWords(value, unit)}: ${reason}`;
    }
    case 'FigureUnpinned':
      return `${event.data.by} took the pin back: ${event.data.reason}`;
    case 'ClaimJudged': {
      const { by, reason } = event.data;
      return `${by} judged a claim of ${nameOfArticle(state, event.data.articleId)} ${judgementWords(event.data)}: ${reason}`;
    }
    case 'ClaimUnjudged':
      return `${event.data.by} took back a judgement on ${nameOfArticle(state, event.data.articleId)}: ${event.data.reason}`;
    case 'EntityMerged':
      return `${event.data.by} decided that ${event.data.from} is ${event.data.into}`;
    case 'EntitySplit':
      return `${event.data.by} decided that ${event.data.name} is not ${event.data.from}`;
    case 'AliasAdded':
      return `${event.data.by} decided that ${event.data.alias} is another name of ${event.data.entity}`;
    case 'SourceRegistered':
      return `${event.data.name} was registered as a source`;
    case 'SourceChanged':
      return `The settings of ${event.data.name} changed`;
    case 'ReliabilityEpochClosed':
      return `Reliability epoch ${event.data.epoch} was closed: audited outcomes changed what votes count`;
    default:
      return event.type;
  }
}

function nameOfArticle({ articles, sources }: FoldState, articleId: string): string {
  const article = articles.get(articleId);
  const source = article === undefined ? undefined : (sources.get(article.sourceId)?.name ?? article.sourceId);
  return `${source ?? 'A source'}: “${article?.title ?? articleId}”`;
}

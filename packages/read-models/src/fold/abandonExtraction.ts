import type { EventData } from '@newsledger/events';
import type { ArticleRow } from './rows.ts';
import type { FoldState } from './state.ts';

const PREFIX = 'extraction_';

/** A captured article whose claims could not be read shows that as the reason of its state, until one of its revisions could be read. */
export function abandonExtraction(state: FoldState, { articleId, revision, reason }: EventData<'ExtractionAbandoned'>): void {
  const article = state.articles.get(articleId);
  if (article === undefined || revision === 0) return;
  state.articles.set(articleId, { ...article, unavailableReason: `${PREFIX}${reason}` });
  state.changed.articles.add(articleId);
}

/** What is left of the reason once an extraction is complete. */
export function reasonOnceExtracted({ unavailableReason }: ArticleRow): string | null {
  return unavailableReason?.startsWith(PREFIX) ? null : unavailableReason;
}

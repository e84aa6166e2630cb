import type { AnyRecordedEvent, EventType } from '@newsledger/events';

/** Events that touch their article and what it tells alone. */
export const NEWS: ReadonlySet<EventType> = new Set([
  'ArticleDiscovered',
  'ArticleCaptured',
  'ArticleRevised',
  'ArticleUnavailable',
  'ArticleWithdrawn',
  'FigureReported',
  'DealReported',
  'ExtractionCompleted',
]);

/** Whether what was at hand before some events can be added to for them, and what is at hand after them kept. Otherwise the tables are asked afresh. */
export function areNews(events: readonly AnyRecordedEvent[]): boolean {
  return events.every(({ type }) => NEWS.has(type));
}

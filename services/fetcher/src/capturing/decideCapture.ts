import type { Capture } from '@newsledger/event-store';
import { type EventData, type NewEvent, newEvent } from '@newsledger/events';
import type { ArticleState } from './articleState.ts';
import type { PageAnswer } from './fetchPage.ts';
import type { PageFacts, UnreadablePage } from './readPage.ts';

export type CaptureOutcome = 'captured' | 'revised' | 'unchanged' | 'unavailable' | 'withdrawn' | 'alias';

export interface CaptureDecision {
  readonly outcome: CaptureOutcome;
  readonly event: NewEvent | null;
  /** To be stored with the event. */
  readonly capture: Capture | null;
}

/** What a fetched page is to be answered with. */
export type Answer =
  | Exclude<PageAnswer, { outcome: 'page' }>
  | UnreadablePage
  | { outcome: 'read'; facts: PageFacts; capture: Capture; problems: readonly string[] }
  /** The page is kept, since nobody can say yet what it holds. */
  | { outcome: 'unavailable'; reason: 'unreadable_in_time'; detail: string; capture: Capture };

const nothing: CaptureDecision = { outcome: 'unchanged', event: null, capture: null };

/**
 * What an answer means for an article that stands as `state` says. Once a text was captured, a page that can't be had any more changes
 * nothing, unless the publisher took it down; an edition that could not be read in time is kept beside it.
 * @param hashOf SHA-256 of a capture's body.
 */
export function decideCapture(
  answer: Answer,
  state: Pick<ArticleState, 'lastRevision'>,
  entry: EventData<'ArticleDiscovered'>,
  hashOf: (capture: Capture) => string,
): CaptureDecision {
  const { lastRevision } = state;
  const { articleId, sourceId } = entry;
  if (answer.outcome === 'unchanged') return nothing;
  if (answer.outcome === 'unavailable') {
    const { reason, detail } = answer;
    const httpStatus = 'httpStatus' in answer ? answer.httpStatus : null;
    const capture = 'capture' in answer ? answer.capture : null;
    if (lastRevision === null || capture !== null) {
      const data = { articleId, sourceId, url: entry.url, reason, detail, httpStatus };
      const kept = capture === null ? {} : { captureHash: hashOf(capture) };
      return { outcome: 'unavailable', event: newEvent('ArticleUnavailable', { ...data, ...kept }), capture };
    }
    if (reason !== 'gone' && reason !== 'not_found') return nothing;
    return { outcome: 'withdrawn', event: newEvent('ArticleWithdrawn', { articleId, reason: detail }), capture: null };
  }
  const { facts, capture } = answer;
  if (lastRevision?.textHash === facts.textHash) return nothing;
  const data = { ...facts, articleId, sourceId, revision: (lastRevision?.revision ?? 0) + 1, captureHash: hashOf(capture) };
  return lastRevision === null
    ? { outcome: 'captured', event: newEvent('ArticleCaptured', data), capture }
    : { outcome: 'revised', event: newEvent('ArticleRevised', data), capture };
}

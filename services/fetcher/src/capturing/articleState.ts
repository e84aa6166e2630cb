import type { AnyRecordedEvent, EventData, RecordedEvent } from '@newsledger/events';

/** What the log says of one article, as far as capturing it is concerned. */
export interface ArticleState {
  /** Version of the article's stream. */
  readonly version: number;
  /** The entry that asks for this capture; null when it isn't in the log. */
  readonly discovered: RecordedEvent<'ArticleDiscovered'> | null;
  /** Whether this very discovery has led to an outcome already. */
  readonly isDone: boolean;
  /** Whether the entry only repeats, from another source, what was captured already. */
  readonly isListedAgain: boolean;
  readonly lastRevision: EventData<'ArticleCaptured'> | null;
  readonly isWithdrawn: boolean;
  /** Nothing of it is kept, and it is not read again. */
  readonly isErased: boolean;
  /** The article that this one is only another address of; null when it is one of its own. */
  readonly sameAs: { readonly articleId: string; readonly url: string } | null;
}

/** Folds the stream of one article, looked at from one of its discoveries. */
export function articleState(events: readonly AnyRecordedEvent[], discoveredEventId: string): ArticleState {
  let discovered: RecordedEvent<'ArticleDiscovered'> | null = null;
  let lastRevision: EventData<'ArticleCaptured'> | null = null;
  let isDone = false;
  let isWithdrawn = false;
  let isErased = false;
  let sameAs: ArticleState['sameAs'] = null;
  const sourcesBefore = new Set<string>();
  for (const event of events) {
    if (event.type === 'ArticleDiscovered') {
      if (event.id === discoveredEventId) discovered = event;
      else if (discovered === null) sourcesBefore.add(event.data.sourceId);
    } else if (event.type === 'ArticleCaptured' || event.type === 'ArticleRevised') {
      lastRevision = event.data;
      isWithdrawn = false;
      isDone ||= event.causationId === discoveredEventId;
    } else if (event.type === 'ArticleUnavailable') {
      isDone ||= event.causationId === discoveredEventId;
    } else if (event.type === 'ArticleWithdrawn') {
      isWithdrawn = true;
      isErased ||= event.data.erased !== undefined;
      sameAs = event.data.sameAs ?? null;
    }
  }
  return {
    version: events.at(-1)?.streamVersion ?? 0,
    discovered,
    isDone,
    isListedAgain:
      discovered !== null &&
      lastRevision !== null &&
      !sourcesBefore.has(discovered.data.sourceId) &&
      !isNewer(discovered.data, lastRevision),
    lastRevision,
    isWithdrawn,
    isErased,
    sameAs,
  };
}

/** Whether an entry says that the article changed after the revision that we have. */
function isNewer(entry: EventData<'ArticleDiscovered'>, revision: EventData<'ArticleCaptured'>): boolean {
  const known = revision.modifiedAt ?? revision.publishedAt;
  return entry.updatedAt !== null && (known === null || Date.parse(entry.updatedAt) > Date.parse(known));
}

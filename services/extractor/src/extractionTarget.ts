import type { AnyRecordedEvent, EventData, RecordedEvent } from '@newsledger/events';
import type { ExtractorIdentity } from './claimEvents.ts';

/** What the log says of one revision of an article that is to be extracted. */
export type ExtractionTarget =
  /** The latest text: its capture, or for revision 0 the feed entry. */
  | { outcome: 'extract'; version: number; text: RevisionText; sourceId: string; publishedAt: string; causeId: string }
  /** Nothing to do: a later revision, a withdrawal, or done by this extractor already. */
  | { outcome: 'superseded' }
  /** The log holds no such revision. */
  | { outcome: 'missing' };

export type RevisionText =
  | { from: 'capture'; revision: EventData<'ArticleCaptured'> }
  | { from: 'entry'; entry: EventData<'ArticleDiscovered'> };

/**
 * Folds the stream of an article into what there is to extract.
 * @param revision 0 is the feed entry, which counts as long as no page was captured.
 */
export function extractionTarget(events: readonly AnyRecordedEvent[], revision: number, reader: ExtractorIdentity): ExtractionTarget {
  const entries = new Map<string, Discovered>();
  let captured: Revision | null = null;
  let found: Revision | null = null;
  let isWithdrawn = false;
  let isDone = false;
  for (const event of events) {
    switch (event.type) {
      case 'ArticleDiscovered':
        entries.set(event.data.sourceId, event);
        // What was read from the entries before is not the whole any more.
        if (revision === 0) isDone = false;
        break;
      case 'ArticleCaptured':
      case 'ArticleRevised':
        captured = event;
        isWithdrawn = false;
        if (event.data.revision === revision) found = captured;
        break;
      case 'ArticleWithdrawn':
        isWithdrawn = true;
        break;
      case 'ExtractionCompleted':
        if (event.data.revision === revision && isSame(event.data.extractor, reader) && event.data.part === event.data.parts) isDone = true;
        break;
      case 'ExtractionAbandoned':
        if (event.data.revision === revision && isSame(event.data.extractor, reader)) isDone = true;
        break;
    }
  }
  if (isWithdrawn || isDone) return { outcome: 'superseded' };
  if (revision > 0 && found === null) return { outcome: 'missing' };
  if (captured !== found) return { outcome: 'superseded' };
  const chosen = found ?? fullestEntry([...entries.values()]);
  if (chosen === null) return { outcome: 'missing' };
  return {
    outcome: 'extract',
    version: events.at(-1)?.streamVersion ?? 0,
    text: chosen.type === 'ArticleDiscovered' ? { from: 'entry', entry: chosen.data } : { from: 'capture', revision: chosen.data },
    sourceId: chosen.data.sourceId,
    // Words such as "on Friday" need a day to start from; a page without a date was written by the time that it was found.
    publishedAt: chosen.data.publishedAt ?? chosen.recordedAt.toISOString(),
    causeId: chosen.id,
  };
}

/** The same rules with the same names: they would find the same again. */
function isSame(a: ExtractorIdentity, b: ExtractorIdentity): boolean {
  return a.version === b.version && a.entities === b.entities;
}

type Discovered = RecordedEvent<'ArticleDiscovered'>;
type Revision = RecordedEvent<'ArticleCaptured'> | RecordedEvent<'ArticleRevised'>;

/** Of the sources that list an article the one that says most; the first of equals. */
function fullestEntry(entries: readonly Discovered[]): Discovered | null {
  const lengthOf = ({ data }: Discovered) => data.title.length + data.summary.length;
  return entries.reduce<Discovered | null>((best, next) => (best === null || lengthOf(next) > lengthOf(best) ? next : best), null);
}

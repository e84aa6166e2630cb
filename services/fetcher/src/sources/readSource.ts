import type { EventStore } from '@newsledger/event-store';
import { type AnyRecordedEvent, type SourceSettings, streamOf } from '@newsledger/events';

export interface KnownSource {
  /** Version of the source's stream. */
  readonly version: number;
  /** Null when it was removed or never registered. */
  readonly settings: SourceSettings | null;
  /** It answered that it is gone for good, and was not declared anew since. */
  readonly isRetired: boolean;
}

/** What the log says of one source. */
export async function readSource(store: EventStore, sourceId: string): Promise<KnownSource> {
  return foldSource(await store.readStream(streamOf.source(sourceId)));
}

/** Folds the events of one source's stream. */
function foldSource(events: readonly AnyRecordedEvent[]): KnownSource {
  let settings: SourceSettings | null = null;
  let isRetired = false;
  for (const event of events) {
    if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') settings = event.data;
    else if (event.type === 'SourceRemoved') settings = null;
    if (event.type !== 'SourceDegraded' && event.type !== 'SourceRecovered') isRetired = event.type === 'SourceRetired';
  }
  return { version: events.at(-1)?.streamVersion ?? 0, settings, isRetired };
}

import type { EventStore } from '@newsledger/event-store';
import type { AnyRecordedEvent, SourceSettings } from '@newsledger/events';

const BATCH = 1_000;
const TYPES = ['SourceRegistered', 'SourceChanged', 'SourceRemoved', 'SourceRetired'] as const;

/** The sources that are followed now, by id, whoever declared them. */
export type SourceList = ReadonlyMap<string, FollowedSource>;

export interface FollowedSource {
  readonly settings: SourceSettings;
  /** It answered that it is gone for good: it is not polled until it is declared anew. */
  readonly isRetired: boolean;
}

/** Reads the sources out of the whole log. */
export function readAllSources(store: EventStore): Promise<SourceList> {
  return createSourceReader(store)();
}

/** Gives the sources as often as it is called, and reads only what the log has gained since. */
export function createSourceReader(store: EventStore): () => Promise<SourceList> {
  const sources = new Map<string, FollowedSource>();
  let after = 0n;
  const readOn = async () => {
    const end = await store.lastPosition();
    for (let before = -1n; after < end && after > before; ) {
      before = after;
      const { events, upTo } = await store.readAll({ after, limit: BATCH, types: TYPES });
      for (const event of events) fold(sources, event);
      after = upTo;
    }
    return new Map(sources);
  };
  // One after the other: two readers at once would fold events twice, and out of order.
  let last: Promise<SourceList> = Promise.resolve(sources);
  return () => {
    last = last.then(readOn, readOn);
    return last;
  };
}

function fold(sources: Map<string, FollowedSource>, event: AnyRecordedEvent): void {
  if (event.type === 'SourceRegistered' || event.type === 'SourceChanged')
    sources.set(event.data.sourceId, { settings: event.data, isRetired: false });
  else if (event.type === 'SourceRemoved') sources.delete(event.data.sourceId);
  else if (event.type === 'SourceRetired') {
    const known = sources.get(event.data.sourceId);
    if (known !== undefined) sources.set(event.data.sourceId, { ...known, isRetired: true });
  }
}

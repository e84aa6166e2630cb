import type { EventStore } from '@newsledger/event-store';
import type { SourceSettings } from '@newsledger/events';

const BATCH = 1_000;

/** The sources that are followed now, by id, whoever declared them. */
export type SourceList = ReadonlyMap<string, SourceSettings>;

/** Reads the sources out of the whole log. */
export function readAllSources(store: EventStore): Promise<SourceList> {
  return createSourceReader(store)();
}

/** Gives the sources as often as it is called, and reads only what the log has gained since. */
export function createSourceReader(store: EventStore): () => Promise<SourceList> {
  const sources = new Map<string, SourceSettings>();
  let after = 0n;
  const readOn = async () => {
    const end = await store.lastPosition();
    for (let before = -1n; after < end && after > before; ) {
      before = after;
      const { events, upTo } = await store.readAll({ after, limit: BATCH, types: ['SourceRegistered', 'SourceChanged', 'SourceRemoved'] });
      for (const event of events) {
        if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') sources.set(event.data.sourceId, event.data);
        else if (event.type === 'SourceRemoved') sources.delete(event.data.sourceId);
      }
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

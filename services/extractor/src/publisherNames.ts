import type { EventStore } from '@newsledger/event-store';
import { streamOf } from '@newsledger/events';

/** A renamed source shows its new name after this, in milliseconds. */
const MAX_AGE_MS = 60_000;

/** Names of sources as the log last gave them, kept for a minute. */
export function createPublisherNames(store: EventStore): (sourceId: string) => Promise<string | null> {
  const names = new Map<string, { name: string | null; readAt: number }>();
  return async (sourceId) => {
    const known = names.get(sourceId);
    if (known !== undefined && Date.now() - known.readAt < MAX_AGE_MS) return known.name;
    let name: string | null = null;
    for (const event of await store.readStream(streamOf.source(sourceId)))
      if (event.type === 'SourceRegistered' || event.type === 'SourceChanged') name = event.data.name;
    names.set(sourceId, { name, readAt: Date.now() });
    return name;
  };
}

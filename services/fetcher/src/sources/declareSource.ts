import type { EventStore } from '@newsledger/event-store';
import { canonicalJson, deterministicId, type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { readSource } from './readSource.ts';

export type Declared = 'registered' | 'changed' | 'unchanged';

/** Says in the log that a source is to be followed with these settings, unless it says so already. */
export async function declareSource(store: EventStore, settings: SourceSettings): Promise<Declared> {
  for (;;) {
    const known = await readSource(store, settings.sourceId);
    if (known.settings !== null && canonicalJson(known.settings) === canonicalJson(settings)) return 'unchanged';
    const type = known.settings === null ? 'SourceRegistered' : 'SourceChanged';
    const event = at(known.version, newEvent(type, settings));
    const { outcome } = await store.append(streamOf.source(settings.sourceId), known.version, [event]);
    if (outcome === 'appended') return type === 'SourceRegistered' ? 'registered' : 'changed';
    // Another process was quicker: look again at what it said.
  }
}

/** Says that a source is no longer followed; false when it isn't anyway. */
export async function removeSource(store: EventStore, sourceId: string, removedAt: Date): Promise<boolean> {
  for (;;) {
    const known = await readSource(store, sourceId);
    if (known.settings === null) return false;
    const event = newEvent('SourceRemoved', { sourceId, removedAt: removedAt.toISOString() });
    const { outcome } = await store.append(streamOf.source(sourceId), known.version, [event]);
    if (outcome === 'appended') return true;
  }
}

/** Settings that return to what they were before are news, and so need an id of their own; all processes agree on it. */
function at<Event extends NewEvent>(version: number, event: Event): Event {
  return { ...event, id: deterministicId(event.id, String(version)) };
}

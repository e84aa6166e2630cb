import type { EventStore } from '@newsledger/event-store';
import { canonicalJson, deterministicId, type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { readSource } from './readSource.ts';

export type Declared = 'registered' | 'changed' | 'unchanged' | 'revived';

/**
 * Says in the log that a source is to be followed with these settings, unless it says so already. A source that moved keeps its new address
 * as long as the one that was declared stays the same; another one replaces both.
 * @param options `revive`: a source that is gone for good is to be polled again, though nothing else is said of it than before.
 */
export async function declareSource(
  store: EventStore,
  declared: SourceSettings,
  { revive = true }: { revive?: boolean } = {},
): Promise<Declared> {
  for (;;) {
    const known = await readSource(store, declared.sourceId);
    const isRevival = known.isRetired && revive;
    if (!isRevival && isDeclaredSo(known.settings, declared)) return 'unchanged';
    const settings = isRevival ? declared : followingMove(declared, known.settings);
    const type = known.settings === null ? 'SourceRegistered' : 'SourceChanged';
    const event = at(known.version, newEvent(type, settings));
    const { outcome } = await store.append(streamOf.source(settings.sourceId), known.version, [event]);
    if (outcome === 'appended') return known.settings === null ? 'registered' : known.isRetired ? 'revived' : 'changed';
    // Another process was quicker: look again at what it said.
  }
}

/** Whether a source is known by these settings already, its moves aside. */
export function isDeclaredSo(known: SourceSettings | null, declared: SourceSettings): boolean {
  return known !== null && canonicalJson(known) === canonicalJson(followingMove(declared, known));
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

function followingMove(declared: SourceSettings, known: SourceSettings | null): SourceSettings {
  if (known?.movedFrom === undefined || known.movedFrom !== declared.url) return declared;
  return { ...declared, url: known.url, movedFrom: known.movedFrom };
}

/** Settings that return to what they were before are news, and so need an id of their own; all processes agree on it. */
function at<Event extends NewEvent>(version: number, event: Event): Event {
  return { ...event, id: deterministicId(event.id, String(version)) };
}

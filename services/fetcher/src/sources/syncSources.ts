import type { EventStore } from '@newsledger/event-store';
import type { SourceSettings } from '@newsledger/events';
import type { LoadedSource } from '@newsledger/platform';
import { declareSource, removeSource } from './declareSource.ts';
import { readAllSources, type SourceList } from './readAllSources.ts';

export interface SyncResult {
  readonly registered: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** All that are followed afterwards. */
  readonly sources: readonly SourceSettings[];
}

/**
 * Brings the log's sources in line with sources.yaml: new and changed ones are declared, and those that the file declared
 * once and lists no more are removed. Sources that a command added stay.
 * @param followed what the log says now, when the caller knows it.
 */
export async function syncSources(store: EventStore, file: readonly LoadedSource[], now: Date, followed?: SourceList): Promise<SyncResult> {
  const known = new Map(followed ?? (await readAllSources(store)));
  const registered: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  for (const entry of file) {
    const settings: SourceSettings = { ...entry, select: entry.select, declaredBy: 'file' };
    const outcome = await declareSource(store, settings);
    if (outcome === 'registered') registered.push(entry.sourceId);
    if (outcome === 'changed') changed.push(entry.sourceId);
    known.set(entry.sourceId, settings);
  }
  const listed = new Set(file.map(({ sourceId }) => sourceId));
  for (const [sourceId, { declaredBy }] of known) {
    if (declaredBy !== 'file' || listed.has(sourceId)) continue;
    if (await removeSource(store, sourceId, now)) removed.push(sourceId);
    known.delete(sourceId);
  }
  return { registered, changed, removed, sources: [...known.values()] };
}

import type { EventStore } from '@newsledger/event-store';
import type { SourceSettings } from '@newsledger/events';
import type { LoadedSource } from '@newsledger/platform';
import { eachAtOnce } from '../eachAtOnce.ts';
import { declareSource, isDeclaredSo, removeSource } from './declareSource.ts';
import { type FollowedSource, readAllSources, type SourceList } from './readAllSources.ts';

/** Sources declared at the same time: each takes some round trips, and there may be thousands. */
const CONCURRENT = 8;

export interface SyncResult {
  readonly registered: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** All that are followed afterwards. */
  readonly sources: readonly FollowedSource[];
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
  const declare = async (entry: LoadedSource) => {
    const settings: SourceSettings = { ...entry, select: entry.select, declaredBy: 'file' };
    if (isDeclaredSo(known.get(entry.sourceId)?.settings ?? null, settings)) return;
    // What is gone for good stays so while the file says nothing new of it.
    const outcome = await declareSource(store, settings, { revive: false });
    if (outcome === 'registered') registered.push(entry.sourceId);
    if (outcome === 'changed' || outcome === 'revived') changed.push(entry.sourceId);
    if (outcome !== 'unchanged' || !known.has(entry.sourceId)) known.set(entry.sourceId, { settings, isRetired: false });
  };
  await eachAtOnce(file, CONCURRENT, declare);
  const listed = new Set(file.map(({ sourceId }) => sourceId));
  for (const [sourceId, { settings }] of known) {
    if (settings.declaredBy !== 'file' || listed.has(sourceId)) continue;
    if (await removeSource(store, sourceId, now)) removed.push(sourceId);
    known.delete(sourceId);
  }
  return { registered: registered.sort(), changed: changed.sort(), removed, sources: [...known.values()] };
}

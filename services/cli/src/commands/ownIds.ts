import type { SourceSettings } from '@newsledger/events';

/** Longest id that sources.yaml takes. */
const MAX_ID = 63;

/**
 * The same sources with ids of their own, where a made id already belongs to another address: `example-com`, `example-com-2`, …
 * @param taken addresses by id, of what is followed already; a source that moved goes by the address that was declared.
 */
export function withOwnIds(sources: readonly SourceSettings[], taken: ReadonlyMap<string, string>): SourceSettings[] {
  const byId = new Map(taken);
  return sources.map((source) => {
    let id = source.sourceId;
    for (let n = 2; byId.has(id) && byId.get(id) !== source.url; n++) id = `${source.sourceId.slice(0, MAX_ID - 1 - `${n}`.length)}-${n}`;
    byId.set(id, source.url);
    return { ...source, sourceId: id, name: source.name === source.sourceId ? id : source.name };
  });
}

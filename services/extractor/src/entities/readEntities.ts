import { createHash } from 'node:crypto';
import type { EntityEntry } from '@newsledger/claims';
import type { EventStore } from '@newsledger/event-store';
import { type AnyRecordedEvent, canonicalJson, type EventData, type NewEvent } from '@newsledger/events';

const BATCH = 1_000;
const TYPES = ['AliasAdded', 'EntityMerged', 'EntitySplit', 'EntityDescribed'] as const;

/** Who speaks for the list that comes with a release; its names are known to the reader anyway. */
export const BUILT_IN = 'built-in list';

export type Description = EventData<'EntityDescribed'>;

/** What the log says of entities: whom names mean, and what the entities are. */
export interface LoggedEntities {
  readonly names: ReadonlyMap<string, { readonly entity: string; readonly by: string }>;
  readonly descriptions: ReadonlyMap<string, Description>;
}

/** Reads the entities out of the whole log. */
export async function readEntities(store: EventStore): Promise<LoggedEntities> {
  let entities: LoggedEntities = { names: new Map(), descriptions: new Map() };
  const end = await store.lastPosition();
  for (let after = 0n, before = -1n; after < end && after > before; ) {
    before = after;
    const { events, upTo } = await store.readAll({ after, limit: BATCH, types: TYPES });
    entities = withChanges(entities, events);
    after = upTo;
  }
  return entities;
}

/** The entities after further events. */
export function withChanges(entities: LoggedEntities, events: readonly (AnyRecordedEvent | NewEvent)[]): LoggedEntities {
  const names = new Map(entities.names);
  const descriptions = new Map(entities.descriptions);
  for (const { type, data } of events as readonly AnyRecordedEvent[]) {
    if (type === 'AliasAdded') names.set(data.alias, { entity: data.entity, by: data.by });
    else if (type === 'EntityMerged') names.set(data.from, { entity: data.into, by: data.by });
    else if (type === 'EntitySplit') names.delete(data.name);
    else if (type === 'EntityDescribed' && data.by !== BUILT_IN) descriptions.set(data.entity, data);
  }
  return { names, descriptions };
}

/** What a text is searched for: all that was described, under every name that means it. In one order, whatever that of the log. */
export function entriesOf({ names, descriptions }: LoggedEntities): EntityEntry[] {
  const aliases = new Map<string, string[]>();
  for (const [alias, { entity }] of names) aliases.set(entity, [...(aliases.get(entity) ?? []), alias]);
  return [...descriptions.values()]
    .flatMap(({ entity, kind }) => (kind === null ? [] : { name: entity, kind, aliases: (aliases.get(entity) ?? []).toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Twelve hexadecimal digits that tell one list of entries from another; undefined for none, as in logs from before there were any. */
export function digestOf(entries: readonly EntityEntry[]): string | undefined {
  return entries.length === 0 ? undefined : createHash('sha256').update(canonicalJson(entries)).digest('hex').slice(0, 12);
}

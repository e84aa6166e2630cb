import { type EventStore, inTransaction, type StreamBatch } from '@newsledger/event-store';
import { canonicalJson, deterministicId, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import type { LoadedEntity } from '@newsledger/platform';
import type pg from 'pg';
import { type Description, digestOf, entriesOf, type LoggedEntities, readEntities, withChanges } from './readEntities.ts';
import { rereadArticles } from './rereadArticles.ts';

/** Who speaks for the file in the log. */
const FILE = 'entities.yaml';

/** Any number that nobody else locks: "entities" in a phone's keypad. */
const SYNC_LOCK = 36_848_437;

export interface EntitySync {
  /** What the log says afterwards. */
  readonly entities: LoggedEntities;
  /** Events that the file made necessary. */
  readonly appended: number;
  /** Names that the file gives to one entity, and a person to another: the person's word stands. */
  readonly overruled: readonly string[];
  /** Articles that are to be read again, since the names that a text is searched for changed. */
  readonly reread: number;
}

interface Change {
  readonly stream: string;
  readonly event: NewEvent;
}

/**
 * Brings the log's entities in line with entities.yaml: names and descriptions that are new or changed are said, and those that the file
 * said once and says no more are taken back. What people decided stays. All in one transaction, and with it the wish to read the
 * articles again; saying the same again says nothing.
 */
export async function syncEntities(
  { store, pool }: { store: EventStore; pool: pg.Pool },
  file: readonly LoadedEntity[],
  now: Date,
  extractorVersion: number,
): Promise<EntitySync> {
  for (;;) {
    const synced = await inTransaction(pool, async (client): Promise<EntitySync | null> => {
      // One process at a time reads and writes; the next one sees what was written.
      await client.query('SELECT pg_advisory_xact_lock($1)', [SYNC_LOCK]);
      const known = await readEntities(store);
      const { changes, overruled } = changesFor(known, file, now.toISOString());
      if (changes.length === 0) return { entities: known, appended: 0, overruled, reread: 0 };
      const batches: StreamBatch[] = [];
      for (const [stream, ofStream] of Map.groupBy(changes, (change) => change.stream)) {
        const version = (await store.readStream(stream)).at(-1)?.streamVersion ?? 0;
        batches.push({ stream, expected: version, events: ofStream.map(({ event }) => at(version, event)) });
      }
      const results = await store.appendMany(batches, client);
      if (results.some(({ outcome }) => outcome === 'conflict')) throw new Conflict();
      const after = withChanges(
        known,
        changes.map(({ event }) => event),
      );
      const changesReading = digestOf(entriesOf(after)) !== digestOf(entriesOf(known));
      const reread = changesReading ? await rereadArticles(client, extractorVersion) : 0;
      return { entities: after, appended: changes.length, overruled, reread };
    }).catch((error: unknown) => {
      // A person was quicker: look again at what was said.
      if (error instanceof Conflict) return null;
      throw error;
    });
    if (synced !== null) return synced;
  }
}

/** Somebody else wrote to a stream first. */
class Conflict extends Error {}

/** What returns to what it was before is news, and so needs an id of its own; all processes agree on it. */
function at(version: number, event: NewEvent): NewEvent {
  return { ...event, id: deterministicId(event.id, String(version)) };
}

function changesFor(
  { names, descriptions }: LoggedEntities,
  file: readonly LoadedEntity[],
  decidedAt: string,
): { changes: Change[]; overruled: string[] } {
  const changes: Change[] = [];
  const overruled: string[] = [];
  const said = { by: FILE, decidedAt };
  const wanted = new Map(file.flatMap(({ name, aliases }) => aliases.map((alias): [string, string] => [alias, name])));
  for (const [alias, { entity, by }] of names)
    if (by === FILE && wanted.get(alias) !== entity)
      changes.push({ stream: streamOf.entity(entity), event: newEvent('EntitySplit', { name: alias, from: entity, ...said }) });
  for (const [alias, entity] of wanted) {
    const known = names.get(alias);
    if (known?.entity === entity) continue;
    if (known !== undefined && known.by !== FILE) overruled.push(alias);
    else changes.push({ stream: streamOf.entity(entity), event: newEvent('AliasAdded', { entity, alias, ...said }) });
  }
  for (const { name, kind, parent, identifiers } of file) {
    const description = { entity: name, kind, parent, identifiers };
    if (!says(descriptions.get(name), description))
      changes.push({ stream: streamOf.entity(name), event: newEvent('EntityDescribed', { ...description, ...said }) });
  }
  const listed = new Set(file.map(({ name }) => name));
  for (const { entity, kind, by } of descriptions.values())
    if (by === FILE && kind !== null && !listed.has(entity))
      changes.push({
        stream: streamOf.entity(entity),
        event: newEvent('EntityDescribed', { entity, kind: null, parent: null, identifiers: {}, ...said }),
      });
  return { changes, overruled };
}

function says(known: Description | undefined, wanted: Omit<Description, 'by' | 'decidedAt'>): boolean {
  if (known === undefined) return false;
  const { by: _by, decidedAt: _decidedAt, ...said } = known;
  return canonicalJson(said) === canonicalJson(wanted);
}

import { type EventStore, inTransaction } from '@newsledger/event-store';
import { canonicalJson, deterministicId, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import type { LoadedEntity } from '@newsledger/platform';
import type pg from 'pg';
import { type Description, digestOf, entriesOf, type LoggedEntities, readEntities, withChanges } from './readEntities.ts';
import { rereadArticles } from './rereadArticles.ts';

/** Who speaks for the file in the log. */
const FILE = 'entities.yaml';

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
    const known = await readEntities(store);
    const { changes, overruled } = changesFor(known, file, now.toISOString());
    if (changes.length === 0) return { entities: known, appended: 0, overruled, reread: 0 };
    const after = withChanges(
      known,
      changes.map(({ event }) => event),
    );
    const changesReading = digestOf(entriesOf(after)) !== digestOf(entriesOf(known));
    const reread = await apply({ store, pool }, changes, changesReading ? extractorVersion : null);
    // Another process was quicker: look again at what it said.
    if (reread !== null) return { entities: after, appended: changes.length, overruled, reread };
  }
}

/**
 * @param rereadBy the extractor that is to read the articles again; null when their claims can't change.
 * @returns how many articles that are; null when somebody else wrote meanwhile, and nothing was done.
 */
async function apply(
  { store, pool }: { store: EventStore; pool: pg.Pool },
  changes: readonly Change[],
  rereadBy: number | null,
): Promise<number | null> {
  const versions = new Map<string, number>();
  for (const { stream } of changes)
    if (!versions.has(stream)) versions.set(stream, (await store.readStream(stream)).at(-1)?.streamVersion ?? 0);
  try {
    return await inTransaction(pool, async (client) => {
      for (const [stream, version] of versions) {
        const own = changes.filter((change) => change.stream === stream).map(({ event }) => at(version, event));
        if ((await store.append(stream, version, own, {}, client)).outcome === 'conflict') throw new Conflict();
      }
      return rereadBy === null ? 0 : rereadArticles(client, rereadBy);
    });
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
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

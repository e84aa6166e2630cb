import { createEventStore, type EventStore } from '@newsledger/event-store';
import { newEvent, streamOf } from '@newsledger/events';
import { parseEntities } from '@newsledger/platform';
import { pendingWork } from '@newsledger/queues';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateForTests } from '../testWork/migrateForTests.ts';
import { digestOf, entriesOf, readEntities } from './readEntities.ts';
import { syncEntities } from './syncEntities.ts';

const now = new Date('2026-01-02T00:00:00Z');
const VERSION = 2;

let database: TestDatabase;
let store: EventStore;

beforeEach(async () => {
  database = await createTestDatabase('extractor', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

const sync = (yaml: string) => syncEntities({ store, pool: database.pool }, parseEntities(yaml), now, VERSION);
const NORTHFOLD = 'entities:\n  - { name: Northfold Systems, aliases: [Northfold], tickers: [NFLD], parent: Halden }\n';

test('names and descriptions of the file become events, and what texts are searched for', async () => {
  const { entities, appended } = await sync(NORTHFOLD);

  expect(appended).toBe(3);
  expect((await store.readStream(streamOf.entity('Northfold Systems'))).map(({ type }) => type)).toEqual([
    'AliasAdded',
    'AliasAdded',
    'EntityDescribed',
  ]);
  expect(entriesOf(entities)).toEqual([{ name: 'Northfold Systems', kind: 'organisation', aliases: ['NFLD', 'Northfold'] }]);
});

test('the same file says nothing twice', async () => {
  await sync(NORTHFOLD);
  const before = await store.lastPosition();

  expect(await sync(NORTHFOLD)).toMatchObject({ appended: 0, reread: 0 });
  expect(await store.lastPosition()).toBe(before);
});

test('what the file says no more is taken back, and can come again', async () => {
  await sync(NORTHFOLD);
  const emptied = await sync('entities: []');
  const again = await sync(NORTHFOLD);

  expect(entriesOf(emptied.entities)).toEqual([]);
  expect(entriesOf(again.entities)).toHaveLength(1);
  expect((await readEntities(store)).names.get('Northfold')).toMatchObject({ entity: 'Northfold Systems' });
});

test("a person's word stands against the file's", async () => {
  const event = newEvent('AliasAdded', { entity: 'Northfold Foods', alias: 'Northfold', by: 'ann', decidedAt: now.toISOString() });
  await store.append(streamOf.entity('Northfold Foods'), 'any', [event]);

  const { overruled, entities } = await sync(NORTHFOLD);

  expect(overruled).toEqual(['Northfold']);
  expect(entities.names.get('Northfold')).toMatchObject({ entity: 'Northfold Foods', by: 'ann' });
});

test('other names have every article read again; another parent has not', async () => {
  await database.pool.query(
    `INSERT INTO work.article_state (article_id, revision, unavailable, withdrawn, extracted_version)
     VALUES (gen_random_uuid(), 1, false, false, $1), (gen_random_uuid(), 1, false, true, $1)`,
    [VERSION],
  );

  expect(await sync(NORTHFOLD)).toMatchObject({ reread: 1 });
  expect((await pendingWork(database.pool)).extract.total).toBe(1);
  expect(await sync(NORTHFOLD.replace('Halden', 'Alder'))).toMatchObject({ appended: 1, reread: 0 });
});

test('many processes that start together say it once', async () => {
  await Promise.all(Array.from({ length: 6 }, () => sync(NORTHFOLD)));

  expect(await store.readStream(streamOf.entity('Northfold Systems'))).toHaveLength(3);
});

test('the digest tells lists apart, and knows no order', () => {
  const [a, b] = [
    { name: 'A', kind: 'organisation' as const, aliases: [] },
    { name: 'B', kind: 'organisation' as const, aliases: ['C'] },
  ];

  expect(digestOf([])).toBeUndefined();
  expect(digestOf([a])).toMatch(/^[0-9a-f]{12}$/);
  expect(digestOf([a])).not.toBe(digestOf([a, b]));
});

import { newEvent, schemaFingerprint } from '@newsledger/events';
import type { TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alias, createTestLog } from '../test/testLog.ts';
import { createEventStore, type EventStore } from './eventStore.ts';

let database: TestDatabase;
let store: EventStore;

beforeEach(async () => {
  database = await createTestLog();
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

/** What no schema of an AliasAdded lets through. */
const nonsense = { entity: 7 };

test('an event that was checked when it was made is noted to fit its schema', async () => {
  await store.append('entity-a', 'any', [alias('1')]);

  expect(await checkedSchemas()).toEqual([schemaFingerprint('AliasAdded')]);
});

test('an event that came from another process is checked before it is appended', async () => {
  await store.append('entity-a', 'any', [JSON.parse(JSON.stringify(alias('1')))]);

  expect(await checkedSchemas()).toEqual([schemaFingerprint('AliasAdded')]);
});

test('an event that does not fit its schema is refused before anything is appended', async () => {
  const broken = JSON.parse(JSON.stringify({ ...alias('1'), data: nonsense }));

  await expect(store.append('entity-a', 'any', [alias('fine'), broken])).rejects.toThrow(/AliasAdded event can't be used: entity/);

  expect(await checkedSchemas()).toEqual([]);
});

test('a row that something else wrote is checked when it is read', async () => {
  const written = { ...newEvent('SourceRecovered', { sourceId: 'x', recoveredAt: '2025-11-03T14:00:00.000Z' }), type: 'AliasAdded' };
  await database.pool.query("SELECT ledger.append_events('entity-a', NULL, $1, NULL, NULL)", [JSON.stringify([written])]);

  expect(await checkedSchemas()).toEqual([null]);
  await expect(store.readAll({ after: 0n, limit: 10 })).rejects.toThrow(/doesn't fit its schema/);
});

test('a row that was checked against another schema is checked again when it is read', async () => {
  await appendByHand(schemaFingerprint('AliasAdded') ^ 1);

  await expect(store.readAll({ after: 0n, limit: 10 })).rejects.toThrow(/doesn't fit its schema/);
});

test('a row that was checked against this very schema is taken as it is', async () => {
  await appendByHand(schemaFingerprint('AliasAdded'));

  expect((await store.readAll({ after: 0n, limit: 10 })).events).toMatchObject([{ type: 'AliasAdded', data: nonsense }]);
});

/** Appends nonsense with a note that it fits a schema. */
async function appendByHand(checkedSchema: number): Promise<void> {
  await database.pool.query(
    "SELECT ledger.append('entity-a', NULL, ARRAY[gen_random_uuid()], '{AliasAdded}', '{1}', ARRAY[$1::integer], $2, NULL, NULL)",
    [checkedSchema, JSON.stringify([nonsense])],
  );
}

async function checkedSchemas(): Promise<(number | null)[]> {
  const { rows } = await database.pool.query<{ checked_schema: number | null }>('SELECT checked_schema FROM ledger.events');
  return rows.map(({ checked_schema }) => checked_schema);
}

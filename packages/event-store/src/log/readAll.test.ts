import { newEvent } from '@newsledger/events';
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

test('an empty log is read up to 0', async () => {
  expect(await store.readAll({ after: 0n, limit: 10 })).toEqual({ events: [], upTo: 0n, writersAtWork: false });
  expect(await store.lastPosition()).toBe(0n);
});

test('pages follow each other without gap or overlap', async () => {
  await store.append('entity-a', 'any', ['1', '2', '3', '4', '5'].map(alias));

  const first = await store.readAll({ after: 0n, limit: 2 });
  const second = await store.readAll({ after: first.upTo, limit: 2 });
  const third = await store.readAll({ after: second.upTo, limit: 2 });

  expect([first, second, third].map(({ events }) => events.map(({ streamVersion }) => streamVersion))).toEqual([[1, 2], [3, 4], [5]]);
  expect(third.upTo).toBe(await store.lastPosition());
});

test('reading some types goes on past the others', async () => {
  await store.append('entity-a', 'any', [alias('1')]);
  await store.append('source-x', 'any', [newEvent('SourceRecovered', { sourceId: 'x', recoveredAt: '2025-11-03T14:00:00.000Z' })]);

  const { events, upTo } = await store.readAll({ after: 0n, limit: 10, types: ['AliasAdded'] });

  expect(events.map(({ type }) => type)).toEqual(['AliasAdded']);
  expect(upTo).toBe(2n);
});

test('nobody reads past a transaction that took its position earlier and commits later', async () => {
  const late = await database.pool.connect();
  await store.append('entity-early', 'any', [alias('committed before')]);
  await late.query('BEGIN');
  await store.append('entity-late', 'any', [alias('late')], {}, late);
  await store.append('entity-quick', 'any', [alias('quick')]);

  const during = await store.readAll({ after: 0n, limit: 10 });
  await late.query('COMMIT');
  late.release();
  const after = await store.readAll({ after: during.upTo, limit: 10 });

  expect(during).toMatchObject({ events: [{ stream: 'entity-early' }], upTo: 1n, writersAtWork: true });
  expect(after).toMatchObject({ events: [{ stream: 'entity-late' }, { stream: 'entity-quick' }], upTo: 3n, writersAtWork: false });
});

test('a position that was rolled back is a gap that nobody waits for', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await store.append('entity-gone', 'any', [alias('gone')], {}, client);
  await client.query('ROLLBACK');
  client.release();
  await store.append('entity-here', 'any', [alias('here')]);

  expect(await store.readAll({ after: 0n, limit: 10 })).toMatchObject({ events: [{ position: 2n }], upTo: 2n, writersAtWork: false });
});

test('a savepoint that is rolled back lets readers go, and a later append of the same transaction holds them again', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN; SAVEPOINT before');
  await store.append('entity-undone', 'any', [alias('undone')], {}, client);
  await client.query('ROLLBACK TO before');
  await store.append('entity-quick', 'any', [alias('quick')]);
  const between = await store.readAll({ after: 0n, limit: 10 });
  await store.append('entity-late', 'any', [alias('late')], {}, client);
  await store.append('entity-quicker', 'any', [alias('quicker')]);
  const held = await store.readAll({ after: between.upTo, limit: 10 });
  await client.query('COMMIT');
  client.release();
  const end = await store.readAll({ after: held.upTo, limit: 10 });

  expect(between.events.map(({ stream }) => stream)).toEqual(['entity-quick']);
  expect(held.events).toEqual([]);
  expect(end.events.map(({ stream }) => stream)).toEqual(['entity-late', 'entity-quicker']);
});

test('a writer that found a conflict holds nobody back while its transaction goes on', async () => {
  await store.append('entity-a', 'no_stream', [alias('1')]);
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await store.append('entity-a', 'no_stream', [alias('2')], {}, client);
  await store.append('entity-b', 'any', [alias('3')]);

  expect(await store.readAll({ after: 0n, limit: 10 })).toMatchObject({ upTo: 2n, writersAtWork: false });

  await client.query('ROLLBACK');
  client.release();
});

test('sessions that idle in transactions of their own hold nobody back', async () => {
  const foreign = await database.pool.connect();
  await foreign.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
  await foreign.query('CREATE TABLE unfinished AS SELECT * FROM ledger.events');
  await foreign.query('SELECT pg_advisory_xact_lock(1), pg_advisory_xact_lock_shared(20044, 0)');
  await store.append('entity-a', 'any', [alias('1')]);

  expect(await store.readAll({ after: 0n, limit: 10 })).toMatchObject({ upTo: 1n, writersAtWork: false });

  await foreign.query('ROLLBACK');
  foreign.release();
});

test('a writer in another database of the cluster holds nobody back', async () => {
  const other = await createTestLog();
  const client = await other.pool.connect();
  await client.query('BEGIN');
  await createEventStore(other.pool).append('entity-a', 'any', [alias('1')], {}, client);
  await store.append('entity-a', 'any', [alias('1')]);

  expect(await store.readAll({ after: 0n, limit: 10 })).toMatchObject({ upTo: 1n, writersAtWork: false });

  await client.query('ROLLBACK');
  client.release();
  await other.close();
});

test('reading in a transaction with an older snapshot is refused, since it would skip events', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');

  await expect(store.readAll({ after: 0n, limit: 10 }, client)).rejects.toThrow(/READ COMMITTED/);

  await client.query('ROLLBACK');
  client.release();
});

test('an event of an older schema version is brought to the current one when it is read', async () => {
  const old = { ...alias('unused'), schemaVersion: 0, data: { of: 'Amazon', is: 'AWS' } };
  await database.pool.query("SELECT ledger.append_events('entity-old', NULL, $1, NULL, NULL)", [JSON.stringify([old])]);
  const reader = createEventStore(database.pool, [
    {
      type: 'AliasAdded',
      from: 0,
      upcast: () => ({ entity: 'Amazon', alias: 'AWS', by: 'unknown', decidedAt: '2020-01-01T00:00:00.000Z' }),
    },
  ]);

  expect((await reader.readAll({ after: 0n, limit: 10 })).events[0]?.data).toMatchObject({ alias: 'AWS', by: 'unknown' });
  expect((await reader.readStream('entity-old'))[0]?.data).toMatchObject({ alias: 'AWS', by: 'unknown' });
  await expect(store.readAll({ after: 0n, limit: 10 })).rejects.toThrow(/no upcaster leads from schema version 0/);
});

import type { TestDatabase } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alias, createTestLog } from '../test/testLog.ts';
import { createEventStore, type EventStore } from './eventStore.ts';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestLog();
  store = createEventStore(database.pool);
});
afterAll(() => database.close());

test('each of several streams gets its batch, and the results come in the order given', async () => {
  const results = await store.appendMany([
    { stream: 'entity-z', expected: 'no_stream', events: [alias('z1'), alias('z2')], context: { correlationId: 'poll-7' } },
    { stream: 'entity-a', expected: 'any', events: [alias('a1')], context: { causationId: 'job-3' } },
  ]);

  expect(results).toMatchObject([
    { outcome: 'appended', streamVersion: 2, duplicateIds: [] },
    { outcome: 'appended', streamVersion: 1, duplicateIds: [] },
  ]);
  expect(await store.readStream('entity-z')).toMatchObject([
    { data: alias('z1').data, correlationId: 'poll-7', causationId: null },
    { data: alias('z2').data, correlationId: 'poll-7', causationId: null },
  ]);
  expect(await store.readStream('entity-a')).toMatchObject([{ data: alias('a1').data, correlationId: null, causationId: 'job-3' }]);
});

test('a conflict and a duplicate keep no other batch from being added', async () => {
  const known = alias('known');
  await store.append('entity-known', 'any', [known]);

  const results = await store.appendMany([
    { stream: 'entity-known', expected: 'no_stream', events: [alias('late')] },
    { stream: 'entity-fresh', expected: 'no_stream', events: [alias('fresh')] },
    { stream: 'entity-known', expected: 'no_stream', events: [known] },
    { stream: 'entity-nothing', expected: 'any', events: [] },
  ]);

  expect(results).toMatchObject([
    { outcome: 'conflict', actualVersion: 1 },
    { outcome: 'appended' },
    { outcome: 'duplicate' },
    { outcome: 'duplicate' },
  ]);
  expect(await store.readStream('entity-known')).toHaveLength(1);
});

test('batches to one stream follow each other in the order given', async () => {
  const [first, second] = await store.appendMany([
    { stream: 'entity-same', expected: 'no_stream', events: [alias('1'), alias('2')] },
    { stream: 'entity-same', expected: 2, events: [alias('2'), alias('3')] },
  ]);

  expect(first).toMatchObject({ outcome: 'appended', streamVersion: 2 });
  expect(second).toMatchObject({ outcome: 'appended', streamVersion: 3, duplicateIds: [alias('2').id] });
  expect((await store.readStream('entity-same')).map(({ data }) => data)).toEqual(['1', '2', '3'].map((word) => alias(word).data));
});

test('an error in one batch undoes all', async () => {
  const broken = { ...alias('broken'), id: 'no uuid' };

  await expect(
    store.appendMany([
      { stream: 'entity-fine', expected: 'any', events: [alias('fine')] },
      { stream: 'entity-unwell', expected: 'any', events: [broken] },
    ]),
  ).rejects.toThrow(/uuid/);

  expect(await store.readStream('entity-fine')).toEqual([]);
});

test('two that append to the same streams in opposite orders never wait for each other crosswise', async () => {
  const batches = (writer: string) =>
    ['entity-x', 'entity-y', 'entity-w'].map((stream) => ({ stream, expected: 'any' as const, events: [alias(writer)] }));

  const results = await Promise.all(
    Array.from({ length: 20 }, (_, writer) => {
      const forward = batches(`writer ${writer}`);
      return store.appendMany(writer % 2 === 0 ? forward : forward.reverse());
    }),
  );

  expect(results.flat().filter(({ outcome }) => outcome === 'appended')).toHaveLength(60);
  expect(await store.readStream('entity-y')).toHaveLength(20);
});

test("batches inside the caller's transaction are undone with it, and lock one floor", async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await store.appendMany(
    ['entity-u1', 'entity-u2'].map((stream) => ({ stream, expected: 'any', events: [alias('never')] })),
    client,
  );
  const { rows } = await client.query(
    "SELECT count(*)::int AS floors FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory' AND classid::bigint >> 16 = x'4e4c'::bigint",
  );
  await client.query('ROLLBACK');
  client.release();

  expect(rows).toEqual([{ floors: 1 }]);
  expect(await store.readStream('entity-u1')).toEqual([]);
});

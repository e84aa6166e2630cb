import { type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alias, createTestLog } from '../test/testLog.ts';
import type { AppendContext, AppendResult } from './appendEvents.ts';
import { createEventStore, type EventStore } from './eventStore.ts';

let database: TestDatabase;
let store: EventStore;

beforeAll(async () => {
  database = await createTestLog();
  store = createEventStore(database.pool);
});
afterAll(() => database.close());

test('an appended batch is read back as it was written, in order', async () => {
  const events = [alias('one'), alias('two')];
  const result = await store.append('entity-order', 'no_stream', events, { correlationId: 'poll-7', causationId: 'job-3' });

  const read = await store.readStream('entity-order');

  expect(result).toMatchObject({ outcome: 'appended', streamVersion: 2, duplicateIds: [] });
  expect(read.map(({ id, streamVersion, type, data }) => ({ id, streamVersion, type, data }))).toEqual(
    events.map(({ id, type, data }, index) => ({ id, streamVersion: index + 1, type, data })),
  );
  expect(read[0]).toMatchObject({ correlationId: 'poll-7', causationId: 'job-3' });
});

test('twenty parallel appends at one expected version: one wins and nineteen learn it', async () => {
  await store.append('entity-race', 'no_stream', [alias('first')]);

  const results = await atOnce('entity-race', (writer) => store.append('entity-race', 1, [alias(`writer ${writer}`)]));

  expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
  expect(results.filter((result) => result.outcome === 'conflict' && result.actualVersion === 2)).toHaveLength(19);
  expect(await store.readStream('entity-race')).toHaveLength(2);
});

test('twenty parallel appends to a new stream: one wins and nineteen learn it', async () => {
  const results = await atOnce('entity-birth', (writer) => store.append('entity-birth', 'no_stream', [alias(`writer ${writer}`)]));

  expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
  expect(results.filter((result) => result.outcome === 'conflict' && result.actualVersion === 1)).toHaveLength(19);
});

test('twenty parallel appends at any version all succeed, each with a version of its own', async () => {
  const results = await atOnce('entity-any', (writer) => store.append('entity-any', 'any', [alias(`writer ${writer}`)]));

  const versions = results.map((result) => (result.outcome === 'appended' ? result.streamVersion : 0));
  expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('a second append of the same events is reported as a duplicate, whatever version it expects', async () => {
  const events = [alias('said'), alias('said too')];
  await store.append('entity-twice', 'no_stream', events);

  expect(await store.append('entity-twice', 'no_stream', events)).toEqual({ outcome: 'duplicate' });
  expect(await store.append('entity-twice', 'any', events)).toEqual({ outcome: 'duplicate' });
  expect(await store.append('entity-twice', 7, [...events].reverse())).toEqual({ outcome: 'duplicate' });
  expect(await store.readStream('entity-twice')).toHaveLength(2);
});

test('twenty parallel appends of the same event: one is appended and nineteen are duplicates', async () => {
  const event = alias('everybody says it');

  const results = await atOnce('entity-echo', () => store.append('entity-echo', 'any', [event]));

  expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
  expect(results.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
});

test('known events of a batch are left out and named, and the others appended', async () => {
  const known = alias('known');
  await store.append('entity-mixed', 'no_stream', [known]);

  const result = await store.append('entity-mixed', 1, [alias('before'), known, alias('after'), alias('after')]);

  expect(result).toMatchObject({ outcome: 'appended', streamVersion: 3, duplicateIds: [known.id] });
  expect((await store.readStream('entity-mixed')).map(({ data }) => data)).toEqual([known.data, alias('before').data, alias('after').data]);
});

test('a batch with a new event at an outdated version is a conflict, though others of it are known', async () => {
  const known = alias('known');
  await store.append('entity-stale', 'no_stream', [known]);

  expect(await store.append('entity-stale', 'no_stream', [known, alias('new')])).toEqual({ outcome: 'conflict', actualVersion: 1 });
  expect(await store.readStream('entity-stale')).toHaveLength(1);
});

test('a batch that fails half-way leaves nothing', async () => {
  const broken = { ...alias('broken'), id: 'no uuid' };

  await expect(store.append('entity-broken', 'any', [alias('fine'), broken])).rejects.toThrow(/uuid/);

  expect(await store.readStream('entity-broken')).toEqual([]);
});

test('an empty batch says nothing new', async () => {
  expect(await store.append('entity-empty', 'no_stream', [])).toEqual({ outcome: 'duplicate' });
});

test("an append inside the caller's transaction is undone with it", async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const result = await store.append('entity-undone', 'no_stream', [alias('never')], {}, client);
  await client.query('ROLLBACK');
  client.release();

  expect(result.outcome).toBe('appended');
  expect(await store.readStream('entity-undone')).toEqual([]);
});

test('an append under another isolation level than READ COMMITTED is refused, since it would not see its rivals', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');

  await expect(store.append('entity-isolation', 'any', [alias('x')], {}, client)).rejects.toThrow(/READ COMMITTED/);

  await client.query('ROLLBACK');
  client.release();
});

test.each<[string, string, string, AppendContext]>([
  ['a stream without a name', '', 'AliasAdded', {}],
  ['a stream with too long a name', 'e'.repeat(301), 'AliasAdded', {}],
  ['an event without a type', 'entity-refused', '', {}],
  ['an event with too long a type', 'entity-refused', 'T'.repeat(101), {}],
  ['too long a word for what events have in common', 'entity-refused', 'AliasAdded', { correlationId: 'c'.repeat(301) }],
  ['too long a word for what caused an event', 'entity-refused', 'AliasAdded', { causationId: 'c'.repeat(301) }],
])('the log refuses %s', async (_what, stream, type, { correlationId = null, causationId = null }) => {
  const append = database.pool.query(
    "SELECT ledger.append($1, NULL, ARRAY[gen_random_uuid()], ARRAY[$2], '{1}', '{NULL}', '[{}]', $3, $4)",
    [stream, type, correlationId, causationId],
  );

  await expect(append).rejects.toMatchObject({ code: '23514' });
  expect(await store.readStream(stream)).toEqual([]);
});

test('events at the limits of length are appended', async () => {
  const stream = `entity-${'é'.repeat(293)}`;
  const context = { correlationId: 'c'.repeat(300), causationId: 'd'.repeat(300) };

  expect(await store.append(stream, 'no_stream', [alias('long')], context)).toMatchObject({ outcome: 'appended' });
  expect(await store.readStream(stream)).toMatchObject([context]);
});

test('what is left of a batch whose first and last events are known keeps its order, data and schemas', async () => {
  const batch = ['1', '2', '3', '4', '5'].map(alias);
  await store.append('entity-left', 'no_stream', [alias('1'), alias('5')]);

  const result = await store.append('entity-left', 2, batch);

  expect(result).toMatchObject({ outcome: 'appended', streamVersion: 5 });
  const { rows } = await database.pool.query(
    "SELECT data, stream_version AS version, checked_schema IS NOT NULL AS checked FROM ledger.events WHERE stream = 'entity-left' ORDER BY position",
  );
  expect(rows).toEqual(['1', '5', '2', '3', '4'].map((word, index) => ({ data: alias(word).data, version: index + 1, checked: true })));
});

test('several appends in one transaction lock one floor', async () => {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await store.append('entity-many-0', 'any', [alias('0')], {}, client);
  await store.append('entity-many-1', 'any', [alias('1')], {}, client);
  await store.append('entity-many-2', 'any', [alias('2')], {}, client);

  const { rows } = await client.query(
    "SELECT count(*)::int AS floors FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory' AND classid::bigint >> 16 = x'4e4c'::bigint",
  );

  await client.query('ROLLBACK');
  client.release();
  expect(rows).toEqual([{ floors: 1 }]);
});

test('a session that locks a floor for itself makes appends fail at once, instead of letting readers skip events', async () => {
  const client = await database.pool.connect();
  await client.query("SELECT pg_advisory_lock(ledger.floor_lock(pg_sequence_last_value('ledger.event_position')))");

  await expect(store.append('entity-barred', 'any', [alias('x')])).rejects.toThrow(/advisory lock of its own/);

  client.release(true);
  expect(await store.readStream('entity-barred')).toEqual([]);
});

/** Holds twenty appends to a stream behind a twenty-first, which is undone when all of them wait: then they really race. */
async function atOnce(stream: string, append: (writer: number) => Promise<AppendResult>): Promise<AppendResult[]> {
  const first = await database.pool.connect();
  await first.query('BEGIN');
  await store.append(stream, 'any', [alias('undone')], {}, first);
  const appends = Array.from({ length: 20 }, (_, writer) => append(writer));
  const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await waitFor('twenty waiting writers', async () => (await database.pool.query(waiting)).rowCount === 20);
  await first.query('ROLLBACK');
  first.release();
  return Promise.all(appends);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AnyRecordedEvent, newEvent } from '@newsledger/events';
import { type TestDatabase, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventStore, type EventStore } from '../log/eventStore.ts';
import { alias, createTestLog } from '../test/testLog.ts';
import { readCheckpoint } from './readCheckpoint.ts';
import { saveCheckpoint } from './saveCheckpoint.ts';
import { type SubscriptionOptions, subscribe } from './subscribe.ts';

/** Locks of subscriptions in this file's database; other files have theirs in the same cluster, at the same time. */
const OWN_LOCKS = `locktype = 'advisory' AND classid::bigint >> 16 = x'4e4e'::bigint
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

let database: TestDatabase;
let store: EventStore;
let stop: AbortController;
let running: Promise<void>[];

beforeEach(async () => {
  database = await createTestLog();
  await database.pool.query('CREATE TABLE seen (runner text, position bigint, alias text)');
  store = createEventStore(database.pool);
  stop = new AbortController();
  running = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running);
  await database.close();
});

test('every event is handled once, in order, with its checkpoint', async () => {
  await append('a', 'b', 'c');
  const subscription = start({ batchSize: 2 });

  await waitFor('three events', async () => (await seen()).length === 3);

  expect(await seen()).toEqual(['a', 'b', 'c']);
  expect(await readCheckpoint(database.pool, 'test')).toBe(3n);
  await waitFor('the position', () => subscription.position() === 3n);
});

test('a hint wakes a subscription that would look again only in an hour', async () => {
  start({ pollMs: 3_600_000 });
  await waitFor('the runner listens', async () => (await listeners()) === 1);

  await append('a');

  await waitFor('the event', async () => (await seen()).length === 1);
});

test('without any hint, polling finds the event', async () => {
  start({ pollMs: 20 });
  await waitFor('the runner listens', async () => (await listeners()) === 1);

  await database.pool.query("SELECT * FROM ledger.append_events('entity-x', NULL, $1, NULL, NULL)", [JSON.stringify([alias('a')])]);

  await waitFor('the event', async () => (await seen()).length === 1);
});

test('events that come close together share a batch, and one that comes alone is handled at once', async () => {
  const batches: number[] = [];
  start({
    gatherMs: 1_500,
    pollMs: 3_600_000,
    handle: async (client, events) => {
      batches.push(events.length);
      await note('runner')(client, events);
    },
  });
  await waitFor('the runner listens', async () => (await listeners()) === 1);
  const appended = performance.now();

  await append('alone');
  await waitFor('the first', () => batches.length === 1);
  const waited = performance.now() - appended;
  await append('a');
  await append('b');
  await append('c');

  await waitFor('all', async () => (await seen()).length === 4);
  expect(waited).toBeLessThan(1_500);
  expect(batches).toEqual([1, 3]);
});

test('a subscription to some types passes over the others', async () => {
  await append('a');
  await store.append('source-x', 'any', [newEvent('SourceRecovered', { sourceId: 'x', recoveredAt: '2025-11-03T14:00:00.000Z' })]);
  const subscription = start({ types: ['AliasAdded'] });

  await waitFor('the end of the log', () => subscription.position() === 2n);

  expect(await seen()).toEqual(['a']);
  expect(await readCheckpoint(database.pool, 'test')).toBe(2n);
});

test('a transaction that commits late is not skipped', async () => {
  const late = await database.pool.connect();
  await late.query('BEGIN');
  await store.append('entity-late', 'any', [alias('took its position first')], {}, late);
  await append('committed first');
  let looks = 0;
  const watched: EventStore = { ...store, readAll: (...request) => store.readAll(...request).finally(() => looks++) };
  start({ store: watched, pollMs: 10 });
  await waitFor('three looks at the log', () => looks >= 3);

  expect(await seen()).toEqual([]);
  await late.query('COMMIT');
  late.release();
  await waitFor('both events', async () => (await seen()).length === 2);

  expect(await seen()).toEqual(['took its position first', 'committed first']);
});

test('a late commit is seen soon, though the hint came before it and nobody polls', async () => {
  start({ pollMs: 3_600_000 });
  await waitFor('the runner listens', async () => (await listeners()) === 1);
  const late = await database.pool.connect();
  await late.query('BEGIN');
  await store.append('entity-late', 'any', [alias('late')], {}, late);
  await append('wakes the runner');
  await late.query('COMMIT');
  late.release();

  await waitFor('both events', async () => (await seen()).length === 2);
});

test('when handling throws, neither effects nor checkpoint stay, and the batch comes again', async () => {
  await append('a', 'b');
  const errors: unknown[] = [];
  let attempts = 0;
  let leftBehind: unknown;
  start({
    onError: (error) => errors.push(error),
    handle: async (client, events) => {
      leftBehind = { seen: await seen(), checkpoint: await readCheckpoint(database.pool, 'test') };
      await note('runner')(client, events);
      if (++attempts < 3) throw new Error(`attempt ${attempts} fails`);
    },
  });

  await waitFor('the third attempt', async () => (await seen()).length > 0);

  expect(leftBehind).toEqual({ seen: [], checkpoint: 0n });
  expect(errors.map(String)).toEqual(['Error: attempt 1 fails', 'Error: attempt 2 fails']);
  expect(await seen()).toEqual(['a', 'b']);
});

test('a process that is killed between effect and commit leaves nothing, and the work is done once by another', async () => {
  await append('a', 'b');
  const child = spawn(process.execPath, [new URL('../test/hangingSubscriber.ts', import.meta.url).pathname, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  start({ pollMs: 10 });
  expect(await seen()).toEqual([]);

  child.kill('SIGKILL');

  await waitFor('the takeover', async () => (await seen()).length > 0);
  expect(await seen()).toEqual(['a', 'b']);
  expect(await readCheckpoint(database.pool, 'test')).toBe(2n);
});

test('of three subscriptions of one name one runs; when its connection dies another takes over', async () => {
  const runners = ['one', 'two', 'three'].map((runner) => start({ pollMs: 10, handle: note(runner), onError: () => {} }));
  await append('a');
  await append('b');
  await waitFor('both events', async () => (await seen()).length === 2);
  const before = await whoSaw();

  await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE ${OWN_LOCKS}`);
  await append('c');
  await waitFor('the third event', async () => (await seen()).length === 3);
  await waitFor('all to know', () => runners.every(({ position }) => position() === 3n));

  expect(new Set(before).size).toBe(1);
  expect(await seen()).toEqual(['a', 'b', 'c']);
});

test('a subscription that is stopped hands over at once', async () => {
  await append('a');
  const first = new AbortController();
  const { done } = start({ signal: first.signal, handle: note('first') });
  await waitFor('the first event', async () => (await seen()).length === 1);
  start({ pollMs: 10, handle: note('second') });

  first.abort();
  await done;
  await append('b');

  await waitFor('the second event', async () => (await seen()).length === 2);
  expect(await whoSaw()).toEqual(['first', 'second']);
});

test('a checkpoint that is set back makes the runner go over the log again', async () => {
  await append('a', 'b');
  const subscription = start({ pollMs: 10 });
  await waitFor('both events', () => subscription.position() === 2n);

  await saveCheckpoint(database.pool, 'test', 0n);

  await waitFor('both events again', async () => (await seen()).length === 4);
  expect(await seen()).toEqual(['a', 'b', 'a', 'b']);
});

test('a session that idles in a transaction of its own holds nobody back', async () => {
  const foreign = await database.pool.connect();
  await foreign.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await foreign.query('SELECT count(*) FROM ledger.events');
  await foreign.query("INSERT INTO seen VALUES ('foreign', 0, 'uncommitted')");
  start({ pollMs: 10 });

  await append('a');

  await waitFor('the event', async () => (await seen()).length === 1);
  await foreign.query('ROLLBACK');
  foreign.release();
});

function start(options: Partial<SubscriptionOptions>) {
  const subscription = subscribe({ store, pool: database.pool, name: 'test', handle: note('runner'), signal: stop.signal, ...options });
  running.push(subscription.done);
  return subscription;
}

function note(runner: string): SubscriptionOptions['handle'] {
  return async (client: pg.PoolClient, events: readonly AnyRecordedEvent[]) => {
    for (const event of events)
      await client.query('INSERT INTO seen VALUES ($1, $2, $3)', [
        runner,
        event.position,
        event.type === 'AliasAdded' ? event.data.alias : event.type,
      ]);
  };
}

async function seen(): Promise<string[]> {
  return (await database.pool.query<{ alias: string }>('SELECT alias FROM seen ORDER BY ctid')).rows.map(({ alias }) => alias);
}

async function whoSaw(): Promise<string[]> {
  return (await database.pool.query<{ runner: string }>('SELECT runner FROM seen ORDER BY ctid')).rows.map(({ runner }) => runner);
}

async function listeners(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`SELECT count(*)::int FROM pg_locks WHERE ${OWN_LOCKS}`);
  return rows[0]?.count ?? 0;
}

async function append(...aliases: string[]): Promise<void> {
  await store.append('entity-x', 'any', aliases.map(alias));
}

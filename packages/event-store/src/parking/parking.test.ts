import type { AnyRecordedEvent } from '@newsledger/events';
import { type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventStore, type EventStore } from '../log/eventStore.ts';
import { readCheckpoint } from '../subscriptions/readCheckpoint.ts';
import { type SubscriptionOptions, subscribe } from '../subscriptions/subscribe.ts';
import { alias, createTestLog } from '../test/testLog.ts';
import type { Handle } from './handleApart.ts';
import { retryParked } from './retryParked.ts';

let database: TestDatabase;
let store: EventStore;
let stop: AbortController;
let running: Promise<void>[];

beforeEach(async () => {
  database = await createTestLog();
  await database.pool.query('CREATE TABLE seen (alias text CHECK (alias <> $$unstorable$$))');
  store = createEventStore(database.pool);
  stop = new AbortController();
  running = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running);
  await database.close();
});

test('an event whose handling always throws is parked with its error, and all others are handled once and in order', async () => {
  await append('entity-1', 'a');
  await append('entity-2', 'poison');
  await append('entity-3', 'b', 'c');
  const told: string[] = [];
  start({ handle: noteUnless('poison'), onParked: ({ position, type }) => told.push(`${position} ${type}`) });

  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 4n);

  expect(await seen()).toEqual(['a', 'b', 'c']);
  expect(await parked()).toEqual([
    { position: '2', stream: 'entity-2', behind: null, error: 'Error: poison can not be handled', attempts: 1 },
  ]);
  expect(told).toEqual(['2 AliasAdded']);
});

test('what PostgreSQL refuses to store is parked too', async () => {
  await append('entity-1', 'a');
  await append('entity-2', 'unstorable');
  await append('entity-3', 'b');
  start({ handle: note });

  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 3n);

  expect(await seen()).toEqual(['a', 'b']);
  expect(await parked()).toMatchObject([{ position: '2', error: expect.stringContaining('violates check constraint') }]);
});

test('later events of the stream wait behind the one that fails, those of the same batch and those that come later', async () => {
  await append('entity-1', 'poison', 'second');
  await append('entity-2', 'a');
  const subscription = start({ handle: noteUnless('poison') });
  await waitFor('the first batch', () => subscription.position() === 3n);

  await append('entity-1', 'third');
  await append('entity-2', 'b');

  await waitFor('the second batch', () => subscription.position() === 5n);
  expect(await seen()).toEqual(['a', 'b']);
  expect(await parked()).toMatchObject([
    { position: '1', behind: null },
    { position: '2', behind: '1', error: null, attempts: 0 },
    { position: '4', behind: '1', error: null, attempts: 0 },
  ]);
});

test('several poisonous events in one batch are all found', async () => {
  await append('entity-1', 'a', 'b');
  await append('entity-2', 'poison');
  await append('entity-3', 'c');
  await append('entity-4', 'more poison');
  await append('entity-5', 'd');
  start({ handle: noteUnless('poison', 'more poison') });

  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 6n);

  expect(await seen()).toEqual(['a', 'b', 'c', 'd']);
  expect(await parked()).toMatchObject([{ position: '3' }, { position: '5' }]);
});

test('an event that this release can not read is parked, and those before and after it are handled', async () => {
  await append('entity-1', 'a', 'b');
  await appendRaw('entity-2', 'OfTheFuture');
  await append('entity-3', 'c');
  start({ handle: note });

  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 4n);

  expect(await seen()).toEqual(['a', 'b', 'c']);
  expect(await parked()).toMatchObject([{ position: '3', error: expect.stringContaining("a type that this release doesn't know") }]);
});

test('a failure that is no fault of the events parks nothing: the batch comes again until it passes', async () => {
  await append('entity-1', 'a');
  let attempts = 0;
  start({
    onError: () => {},
    handle: async (client, events) => {
      if (++attempts < 6) await client.query('SELECT * FROM not_migrated_yet');
      await note(client, events);
    },
  });

  await waitFor('the event', async () => (await seen()).length === 1);

  expect(attempts).toBe(6);
  expect(await parked()).toEqual([]);
});

test('a fault that passes at the second attempt parks nothing', async () => {
  await append('entity-1', 'a');
  let attempts = 0;
  start({
    onError: () => {},
    handle: async (client, events) => {
      if (++attempts < 2) throw new Error('a fluke');
      await note(client, events);
    },
  });

  await waitFor('the event', async () => (await seen()).length === 1);

  expect(await parked()).toEqual([]);
});

test('a connection that breaks while a poisonous event is searched for parks nothing', async () => {
  await append('entity-1', 'a');
  let attempts = 0;
  start({
    onError: () => {},
    handle: async (client, events) => {
      if (++attempts < 5) await client.query('SELECT pg_terminate_backend(pg_backend_pid())');
      await note(client, events);
    },
  });

  await waitFor('the event', async () => (await seen()).length === 1);

  expect(await parked()).toEqual([]);
});

test('a retry handles the stream in order, and parks it no more', async () => {
  await append('entity-1', 'poison', 'second');
  await append('entity-2', 'a');
  start({ handle: noteUnless('poison') });
  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 3n);

  const retried = await retry(note, true);

  expect(retried).toMatchObject([{ stream: 'entity-1', position: 1n, error: null }]);
  expect(await seen()).toEqual(['a', 'poison', 'second']);
  expect(await parked()).toEqual([]);
});

test('a retry that fails leaves no effects, and counts', async () => {
  await append('entity-1', 'poison', 'second');
  start({ handle: noteUnless('poison') });
  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 2n);

  const retried = await retry(noteUnless('second'), true);

  expect(retried).toMatchObject([{ stream: 'entity-1', error: 'Error: second can not be handled' }]);
  expect(await seen()).toEqual([]);
  expect(await parked()).toMatchObject([
    { position: '1', attempts: 2, error: 'Error: second can not be handled' },
    { position: '2', attempts: 0, behind: '1' },
  ]);
});

test('a retry that only asks changes nothing when all would go well', async () => {
  await append('entity-1', 'poison');
  start({ handle: noteUnless('poison') });
  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, 'test')) === 1n);

  expect(await retry(note, false)).toMatchObject([{ stream: 'entity-1', error: null }]);

  expect(await seen()).toEqual([]);
  expect(await parked()).toMatchObject([{ position: '1', attempts: 1 }]);
});

function start(options: Pick<SubscriptionOptions, 'handle'> & Partial<SubscriptionOptions>) {
  const subscription = subscribe({
    store,
    pool: database.pool,
    name: 'test',
    signal: stop.signal,
    parks: true,
    onError: () => {},
    ...options,
  });
  running.push(subscription.done);
  return subscription;
}

const note: Handle = async (client, events) => {
  for (const event of events) await client.query('INSERT INTO seen VALUES ($1)', [wordOf(event)]);
};

/** A door for poison: fails on some words, as a fold with a fault would, and after it has written. */
function noteUnless(...poisonous: string[]): Handle {
  return async (client, events) => {
    await note(client, events);
    const found = events.map(wordOf).find((word) => poisonous.includes(word));
    if (found !== undefined) throw new Error(`${found} can not be handled`);
  };
}

function wordOf(event: AnyRecordedEvent): string {
  return event.type === 'AliasAdded' ? event.data.alias : event.type;
}

async function retry(handle: Handle, keep: boolean) {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const retried = await retryParked(client, store, { name: 'test', handle, keep });
  await client.query('COMMIT');
  client.release();
  return retried;
}

async function seen(): Promise<string[]> {
  return (await database.pool.query<{ alias: string }>('SELECT alias FROM seen ORDER BY ctid')).rows.map(({ alias: word }) => word);
}

async function parked(): Promise<unknown[]> {
  return (await database.pool.query('SELECT position, stream, behind, error, attempts FROM ledger.parked_events ORDER BY position')).rows;
}

async function append(stream: string, ...words: string[]): Promise<void> {
  await store.append(stream, 'any', words.map(alias));
}

/** As a newer release would. */
async function appendRaw(stream: string, type: string): Promise<void> {
  const event = { ...alias('x'), type };
  const writer = new pg.Pool({ connectionString: database.url });
  await writer.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [stream, JSON.stringify([event])]);
  await writer.end();
}

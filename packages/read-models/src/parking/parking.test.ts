import { createEventStore, type EventStore, type Handle, subscribe } from '@newsledger/event-store';
import { type AnyRecordedEvent, newEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foldEvent } from '../fold/foldEvent.ts';
import { applyEvents, contentHash, PROJECTOR, rebuild, rebuildIfOutdated, rebuildParking, retryParkedTables } from '../index.ts';
import type { Fold } from '../load/foldLoaded.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { randomNews } from '../random/randomNews.ts';

let database: TestDatabase;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
});
afterEach(() => database.close());

it('folds live, around a poisonous event, the tables of a log that ends before it in that stream', async () => {
  const poison = await appendNews(31, 120);
  await follow(failingOn(poison));
  const live = await contentHash(database.pool);

  const behind = await parkedPositions();
  const whole = await rebuildIn(await copyOfLog((event) => !behind.includes(event.position)));

  expect(behind.length).toBeGreaterThan(1);
  expect(live).toBe(whole);
});

it('gives a rebuild’s tables by a retry, once the event can be folded', async () => {
  const poison = await appendNews(32, 120);
  await follow(failingOn(poison));
  const without = await contentHash(database.pool);

  const { streams, rebuilt } = await retryParkedTables(database.pool, store);

  const retried = await contentHash(database.pool);
  await rebuild(database.pool, store);
  expect(streams).toMatchObject([{ stream: poison.stream, position: poison.position, error: null }]);
  expect(rebuilt).toBe(true);
  expect(await parkedPositions()).toEqual([]);
  expect(retried).not.toBe(without);
  expect(retried).toBe(await contentHash(database.pool));
});

it('changes no table by a retry while the event fails still, and says why it does', async () => {
  const poison = await appendNews(33, 60);
  await follow(failingOn(poison));
  const before = { hash: await contentHash(database.pool), parked: await parkedPositions() };

  const { streams, rebuilt } = await retryParkedTables(database.pool, store, { apply: failingOn(poison) });

  expect(rebuilt).toBe(false);
  expect(streams).toMatchObject([{ stream: poison.stream, error: 'Error: the fold fails on purpose' }]);
  expect({ hash: await contentHash(database.pool), parked: await parkedPositions() }).toEqual(before);
  expect(await shown()).toMatchObject({ attempts: 2 });
});

it('takes in one stream by a retry, and leaves another parked that fails still', async () => {
  const poison = await appendNews(34, 120);
  const other = await appendPoison();
  await follow(failingOn(poison, other));

  const { streams } = await retryParkedTables(database.pool, store, { apply: failingOn(other) });

  expect(streams).toMatchObject([
    { stream: poison.stream, error: null },
    { stream: other.stream, error: expect.stringContaining('fails on purpose') },
  ]);
  expect(await parkedPositions()).toEqual([other.position]);
  const left = await contentHash(database.pool);
  expect(await rebuildIn(await copyOfLog((event) => event.position !== other.position))).toBe(left);
});

it('stops a rebuild at a poisonous event with a sentence that names it, and changes nothing', async () => {
  const poison = await appendNews(35, 60);
  await follow(failingOn(poison));
  const before = { hash: await contentHash(database.pool), parked: await parkedPositions() };

  await expect(rebuild(database.pool, store, { fold: foldFailingOn(poison) })).rejects.toThrow(
    `The rebuild stopped at event ${poison.position} (${poison.type} in stream ${poison.stream}), which can't be folded: the fold fails on purpose\n` +
      'The tables are as they were. Run it again with a release that can fold this event; or leave the event out for now with "newsledger rebuild --park"',
  );

  expect({ hash: await contentHash(database.pool), parked: await parkedPositions() }).toEqual(before);
});

it('stops a rebuild at an event that this release can’t read', async () => {
  await appendNews(36, 10);
  await appendUnreadable();
  await expect(rebuild(database.pool, store)).rejects.toThrow(
    /The rebuild stopped at event \d+ \(OfTheFuture in stream entity-future\).*doesn't know/,
  );
});

it('goes on without it where that is asked for, and with it once it can be folded', async () => {
  const poison = await appendNews(37, 60);
  await appendUnreadable();

  const { parked } = await rebuildParking(database.pool, store, { apply: failingOn(poison), mayPark: 'any' });

  expect(parked.map(({ type }) => type)).toEqual([poison.type, 'OfTheFuture']);
  const { streams } = await retryParkedTables(database.pool, store);
  expect(streams).toMatchObject([{ error: null }, { stream: 'entity-future', error: expect.stringContaining("doesn't know") }]);
  expect(await shown()).toMatchObject({ missing_from: 'tables', event_type: 'OfTheFuture', stream: 'entity-future', attempts: 3 });
});

it('makes the tables anew for other rules around what was parked before, and stops at what was not', async () => {
  const poison = await appendNews(38, 60);
  await rebuildIfOutdated(database.pool, store, 0.1, { mayPark: 'any', apply: failingOn(poison) });
  const parked = await parkedPositions();
  expect(parked).toContain(poison.position);

  expect(await rebuildIfOutdated(database.pool, store, 0.2, { mayPark: 'known', apply: failingOn(poison) })).toBe(true);
  expect(await parkedPositions()).toEqual(parked);

  const other = await appendPoison();
  await expect(rebuildIfOutdated(database.pool, store, 0.3, { mayPark: 'known', apply: failingOn(poison, other) })).rejects.toThrow(
    `The rebuild stopped at event ${other.position}`,
  );
  expect(await parkedPositions()).toEqual(parked);
});

/** A door for poison: folds, and then fails, as a fold with a fault would, on some events. */
function failingOn(...poison: readonly AnyRecordedEvent[]): Handle {
  const ids = new Set(poison.map(({ id }) => id));
  return async (client, events) => {
    await applyEvents(client, events);
    if (events.some(({ id }) => ids.has(id))) throw new Error('the fold fails on purpose');
  };
}

/** The same door where events are folded in memory. */
function foldFailingOn(poison: AnyRecordedEvent): Fold {
  return (state, event) => {
    foldEvent(state, event);
    if (event.id === poison.id) throw new Error('the fold fails on purpose');
  };
}

/** @returns the capture of the article of which most is to be told after it. */
async function appendNews(seed: number, steps: number): Promise<AnyRecordedEvent> {
  for (const { stream, event } of randomNews(seed, steps)) await store.append(stream, 'any', [event]);
  const { events } = await store.readAll({ after: 0n, limit: 100_000 });
  const [poison] = events.filter(({ type }) => type === 'ArticleCaptured').toSorted((a, b) => following(events, b) - following(events, a));
  if (poison === undefined) throw new Error('The seed gives no captured article.');
  return poison;
}

function following(events: readonly AnyRecordedEvent[], { stream, position }: AnyRecordedEvent): number {
  return events.filter((event) => event.stream === stream && event.position > position).length;
}

async function appendPoison(): Promise<AnyRecordedEvent> {
  const event = newEvent('AliasAdded', { entity: 'Amazon', alias: 'The Bookshop', by: 'test', decidedAt: '2025-11-03T14:00:00.000Z' });
  await store.append('entity-poison', 'any', [event]);
  const [appended] = await store.readStream('entity-poison');
  if (appended === undefined) throw new Error('It was appended just now.');
  return appended;
}

/** As a newer release would. */
async function appendUnreadable(): Promise<void> {
  const event = { id: '11111111-1111-4111-8111-111111111111', type: 'OfTheFuture', schemaVersion: 1, data: {} };
  await database.pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', ['entity-future', JSON.stringify([event])]);
}

/** Follows the log to its end as the projector does. */
async function follow(handle: Handle): Promise<void> {
  const stop = new AbortController();
  const options = {
    store,
    pool: database.pool,
    name: PROJECTOR,
    handle,
    signal: stop.signal,
    parks: true,
    batchSize: 50,
    onError: () => {},
  };
  const subscription = subscribe(options);
  const last = await store.lastPosition();
  await waitFor('the end of the log', () => subscription.position() >= last, 60_000);
  stop.abort();
  await subscription.done;
}

async function parkedPositions(): Promise<bigint[]> {
  const { rows } = await database.pool.query<{ position: string }>('SELECT position FROM newsledger.parked_events ORDER BY position');
  return rows.map(({ position }) => BigInt(position));
}

async function shown(): Promise<unknown> {
  return (await database.pool.query('SELECT * FROM newsledger.parked_events WHERE behind IS NULL')).rows[0];
}

/** A database whose log has the same events at the same places, but for some. */
async function copyOfLog(keeps: (event: AnyRecordedEvent) => boolean): Promise<TestDatabase> {
  const copy = await createTestDatabase('read_models', migrateForTests);
  const { events } = await store.readAll({ after: 0n, limit: 100_000 });
  const kept = events.filter(keeps).map(({ position }) => position);
  const { rows } = await database.pool.query('SELECT to_jsonb(events) AS event FROM ledger.events WHERE position = ANY ($1)', [kept]);
  await copy.pool.query('INSERT INTO ledger.events SELECT * FROM jsonb_populate_recordset(NULL::ledger.events, $1)', [
    JSON.stringify(rows.map(({ event }) => event)),
  ]);
  await copy.pool.query("SELECT setval('ledger.event_position', (SELECT max(position) FROM ledger.events))");
  return copy;
}

async function rebuildIn(copy: TestDatabase): Promise<string> {
  await rebuild(copy.pool, createEventStore(copy.pool));
  const hash = await contentHash(copy.pool);
  await copy.close();
  return hash;
}

import path from 'node:path';
import { startTestCluster, type TestCluster, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCapture } from '../captures/loadCapture.ts';
import { saveCapture } from '../captures/saveCapture.ts';
import { createEventStore, type EventStore } from '../log/eventStore.ts';
import { readCheckpoint } from '../subscriptions/readCheckpoint.ts';
import { saveCheckpoint } from '../subscriptions/saveCheckpoint.ts';
import { subscribe } from '../subscriptions/subscribe.ts';
import { alias, createTestLog } from '../test/testLog.ts';
import { migrateEventStore } from './migrateEventStore.ts';

let old: TestDatabase;
let oldStore: EventStore;
let cluster: TestCluster;
let pool: pg.Pool;

beforeEach(async () => {
  old = await createTestLog();
  oldStore = createEventStore(old.pool);
  cluster = await startTestCluster();
  pool = new pg.Pool({ connectionString: cluster.url });
  // The cluster stops right after each test; connections that are still closing then are no failure.
  pool.on('error', () => {});
});
afterEach(async () => {
  await pool.end();
  await cluster.stop();
  await old.close();
});

test('dump and restore into a fresh cluster keep order, positions, checkpoints and captures, and appending goes on behind them', async () => {
  await appendOutOfOrder();
  const hash = await saveCapture(old.pool, { body: new TextEncoder().encode('<p>news</p>'), mediaType: 'text/html', charset: null });
  await saveCheckpoint(old.pool, 'projector', 4n);
  const before = await oldStore.readAll({ after: 0n, limit: 100 });
  await dumpAndRestore();

  const store = createEventStore(pool);
  const after = await store.readAll({ after: 0n, limit: 100 });
  const appended = await store.append('entity-new', 'no_stream', [alias('after the move')]);
  const again = await store.append('entity-late', 'any', [alias('late')]);
  const conflict = await store.append('entity-quick-1', 'no_stream', [alias('other')]);

  expect(after.events).toEqual(before.events);
  expect(after.events.length).toBeGreaterThan(5);
  expect(await loadCapture(pool, hash)).toMatchObject({ mediaType: 'text/html' });
  expect(await readCheckpoint(pool, 'projector')).toBe(4n);
  expect(appended).toMatchObject({ outcome: 'appended', lastPosition: before.upTo + 1n });
  expect(again).toEqual({ outcome: 'duplicate' });
  expect(conflict).toEqual({ outcome: 'conflict', actualVersion: 2 });
});

test('a subscription goes on in the fresh cluster where it was in the old one', async () => {
  await appendOutOfOrder();
  await saveCheckpoint(old.pool, 'projector', 4n);
  await dumpAndRestore();
  const store = createEventStore(pool);
  await store.append('entity-new', 'no_stream', [alias('after the move')]);
  const stop = new AbortController();
  const positions: bigint[] = [];

  const subscription = subscribe({
    store,
    pool,
    name: 'projector',
    signal: stop.signal,
    handle: async (_client, events) => {
      positions.push(...events.map(({ position }) => position));
    },
  });
  const last = await store.lastPosition();
  await waitFor('the end of the log', () => subscription.position() >= last);
  stop.abort();
  await subscription.done;

  expect(positions).toEqual((await store.readAll({ after: 4n, limit: 100 })).events.map(({ position }) => position));
});

test('a checkpoint behind rolled-back positions stays ahead of no new event, though only rows were restored', async () => {
  await appendOutOfOrder();
  await rollBackAnAppend();
  const { upTo } = await oldStore.readAll({ after: 0n, limit: 100 });
  await saveCheckpoint(old.pool, 'projector', upTo);
  await dumpAndRestore();

  const result = await createEventStore(pool).append('entity-new', 'no_stream', [alias('after the move')]);

  expect(upTo).toBeGreaterThan(await oldStore.lastPosition());
  expect(result).toMatchObject({ lastPosition: upTo + 1n });
});

/** Later positions commit first, and some never. */
async function appendOutOfOrder(): Promise<void> {
  const late = await old.pool.connect();
  await late.query('BEGIN');
  await oldStore.append('entity-late', 'any', [alias('late'), alias('late too')], {}, late);
  for (const word of ['1', '2', '3', '4']) await oldStore.append(`entity-quick-${word}`, 'any', [alias(word)]);
  await rollBackAnAppend();
  await late.query('COMMIT');
  late.release();
  await oldStore.append('entity-quick-1', 1, [alias('5')]);
}

async function rollBackAnAppend(): Promise<void> {
  const client = await old.pool.connect();
  await client.query('BEGIN');
  await oldStore.append('entity-gone', 'any', [alias('gone')], {}, client);
  await client.query('ROLLBACK');
  client.release();
}

/** Only the rows: positions must go on behind them all the same. */
async function dumpAndRestore(): Promise<void> {
  await migrateEventStore(pool);
  // The servers run as one user: what one writes into the other's folder can be read there, wherever that is.
  const { rows } = await pool.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  const [{ folder } = { folder: '' }] = rows;
  for (const table of ['events', 'checkpoints', 'captures']) {
    const file = pg.escapeLiteral(path.join(folder, `${table}.copy`));
    await old.pool.query(`COPY ledger.${table} TO ${file}`);
    await pool.query(`COPY ledger.${table} FROM ${file}`);
  }
  await migrateEventStore(pool);
}

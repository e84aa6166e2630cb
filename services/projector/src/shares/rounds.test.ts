import { createEventStore, type EventStore, migrateEventStore, readCheckpoint } from '@newsledger/event-store';
import { newEvent } from '@newsledger/events';
import { createLogger, createMetrics } from '@newsledger/platform';
import {
  areForShares,
  contentHash,
  createShareFolder,
  decideRound,
  digestOf,
  mayKeep,
  migrateReadModels,
  openRound,
  PROJECTOR,
  readRound,
  rebuild,
  rebuildParking,
} from '@newsledger/read-models';
import {
  appendRuns,
  createTestDatabase,
  cutLog,
  fillLog,
  type LogRun,
  logRuns,
  type TestDatabase,
  waitFor,
} from '@newsledger/test-support';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startProjector } from '../startProjector.ts';

const SHARES = 3;
/** Folding takes what a busy machine gives it. */
const PATIENCE_MS = 50_000;

let database: TestDatabase;
let store: EventStore;
let stop: AbortController;
let running: Promise<void>[];
beforeEach(async () => {
  database = await createTestDatabase('projector', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
  store = createEventStore(database.pool);
  stop = new AbortController();
  running = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(running);
  await database.close();
});

it('folds in rounds, and by one for all where a name comes to mean another', async () => {
  await fillLog(database.pool, { events: 700, names: 'zipf' });
  start(SHARES, 100);
  await reachEnd();
  const { number: before } = await readRound(database.pool);
  await store.append('entity-x', 'any', [
    newEvent('AliasAdded', { entity: 'OpenAI', alias: 'Amazon', by: 'Ada', decidedAt: '2026-01-01T00:00:00.000Z' }),
  ]);
  await reachEnd();

  expect(before).toBeGreaterThan(0n);
  expect(await readRound(database.pool)).toMatchObject({ number: before, stage: 'closed' });
  await expectTablesOfOne();
});

it('parks what a share can’t fold, with nothing of it in any share, and goes on', async () => {
  const [earlier, later] = cutLog(logRuns({ events: 500, names: 'zipf' }), 0.5);
  await appendRuns(database.pool, earlier);
  start(SHARES);
  await reachEnd();
  const [poison] = claimIdsOf(later);
  await database.pool.query(`ALTER TABLE generations.claim ADD CONSTRAINT poison CHECK (claim_id <> '${poison}')`);
  await appendRuns(database.pool, later);
  await reachEnd();

  const { rows } = await database.pool.query(
    `SELECT event.data ->> 'claimId' AS claim FROM ledger.parked_events JOIN ledger.events AS event USING (position) WHERE behind IS NULL`,
  );
  expect(rows).toEqual([{ claim: poison }]);
  await expectTablesOfOne();
});

it('brings a round that was decided to its end for a leader and holders that died, even as one that has no shares', async () => {
  const [earlier, later] = cutLog(logRuns({ events: 600, names: 'zipf' }), 0.5);
  await appendRuns(database.pool, earlier);
  start(1);
  const after = await reachEnd();
  await halt();
  await appendRuns(database.pool, later);
  const { events } = await store.readAll({ after, limit: 200 });
  expect(areForShares(events)).toBe(true);
  const round = { shares: SHARES, after, upTo: events.at(-1)?.position ?? after, digest: digestOf(events) };
  const number = await openRound(database.pool, round);
  await decideRound(database.pool, number);
  await inTransaction(async (client) => {
    await createShareFolder(2, SHARES)(client, round, events);
    expect(await mayKeep(client, number)).toBe(true);
  });

  start(1);
  await reachEnd();

  expect((await readRound(database.pool)).stage).toBe('closed');
  await expectTablesOfOne();
});

it('lets nobody fold a share of a round twice, nor keep any of a round that was given up', async () => {
  await fillLog(database.pool, { events: 200, names: 'zipf' });
  const { events } = await store.readAll({ after: 0n, limit: 200 });
  const round = { shares: SHARES, after: 0n, upTo: events.at(-1)?.position ?? 0n, digest: digestOf(events) };
  const number = await openRound(database.pool, round);
  const slept = await database.pool.connect();
  await slept.query('BEGIN');

  const first = await inTransaction((client) => createShareFolder(1, SHARES)(client, round, events));
  const second = await createShareFolder(1, SHARES)(slept, round, events);
  const isKept = await mayKeep(slept, number);
  await slept.query('ROLLBACK');
  slept.release();

  expect([first, second, isKept]).toEqual([true, false, false]);
});

it('goes on in rounds with the tables that a rebuild made meanwhile', async () => {
  const [earlier, later] = cutLog(logRuns({ events: 900, names: 'zipf' }), 0.5);
  await appendRuns(database.pool, earlier);
  start(SHARES, 100);
  start(SHARES, 100);
  await waitFor('a round', async () => (await readRound(database.pool)).number > 0n, PATIENCE_MS);
  await rebuild(database.pool, store, { batchSize: 300 });
  await appendRuns(database.pool, later);
  await reachEnd();

  await expectTablesOfOne();
});

/** Of all that is reported, in the order of the log. */
function claimIdsOf(runs: readonly LogRun[]): string[] {
  return [...JSON.stringify(runs).matchAll(/"claimId":"([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
}

function start(shares: number, batchSize?: number): void {
  const logger = createLogger('projector', { level: 'silent' });
  const { done } = startProjector({
    pool: database.pool,
    store,
    logger,
    metrics: createMetrics(),
    signal: stop.signal,
    shares,
    ...(batchSize !== undefined && { batchSize }),
  });
  running.push(done);
}

async function halt(): Promise<void> {
  stop.abort();
  await Promise.all(running);
  stop = new AbortController();
  running = [];
}

async function reachEnd(): Promise<bigint> {
  const last = await store.lastPosition();
  await waitFor('the end of the log', async () => (await readCheckpoint(database.pool, PROJECTOR)) >= last, PATIENCE_MS);
  return last;
}

async function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  const result = await work(client);
  await client.query('COMMIT');
  client.release();
  return result;
}

/** Compares the tables, history included, with those that one process makes of the same log. */
async function expectTablesOfOne(): Promise<void> {
  await halt();
  const byShares = await contentHash(database.pool);
  await rebuildParking(database.pool, store, { mayPark: 'any' });
  expect(await contentHash(database.pool)).toBe(byShares);
}

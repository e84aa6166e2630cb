import { createEventStore, type EventStore } from '@newsledger/event-store';
import { newEvent } from '@newsledger/events';
import { createLogger, createMetrics } from '@newsledger/platform';
import { readRound, rebuild } from '@newsledger/read-models';
import { appendRuns, cutLog, fillLog, type LogRun, logRuns, type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startProjector } from '../startProjector.ts';
import { createProjectorDatabase, expectTablesOfOne, reachEnd as reachEndOf } from '../testShares/projectorDatabase.ts';

const SHARES = 3;
/** Folding takes what a busy machine gives it. */
const PATIENCE_MS = 50_000;

let database: TestDatabase;
let store: EventStore;
let stop: AbortController;
let running: Promise<void>[];
beforeEach(async () => {
  database = await createProjectorDatabase();
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
  await haltAndCompare();
});

it('parks what a share can’t fold, with nothing of it in any share, and goes on', async () => {
  const [earlier, later] = cutLog(logRuns({ events: 500, names: 'zipf' }), 0.5);
  await appendRuns(database.pool, earlier);
  start(SHARES);
  await reachEnd();
  const { number: before } = await readRound(database.pool);
  const [poison] = claimIdsOf(later);
  await database.pool.query(`ALTER TABLE generations.claim ADD CONSTRAINT poison CHECK (claim_id <> '${poison}')`);
  await appendRuns(database.pool, later);
  await reachEnd();

  const { rows } = await database.pool.query(
    `SELECT event.data ->> 'claimId' AS claim FROM ledger.parked_events JOIN ledger.events AS event USING (position) WHERE behind IS NULL`,
  );
  expect((await readRound(database.pool)).number).toBeGreaterThan(before);
  expect(rows).toEqual([{ claim: poison }]);
  await haltAndCompare();
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

  await haltAndCompare();
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

function reachEnd(): Promise<bigint> {
  return reachEndOf(database.pool, store, PATIENCE_MS);
}

async function haltAndCompare(): Promise<void> {
  stop.abort();
  await Promise.all(running);
  await expectTablesOfOne(database.pool, store);
}

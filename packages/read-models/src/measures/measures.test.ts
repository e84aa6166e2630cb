import { createEventStore } from '@newsledger/event-store';
import { createTestDatabase, fillLog, type TestDatabase, waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateForTests } from '../migrateForTests.ts';
import { rebuild } from '../rebuild.ts';
import { measureProjection } from './measureProjection.ts';
import { measureRebuilds, openRebuildTeller } from './rebuildProgress.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('read models', migrateForTests);
});
afterAll(() => database.close());

it('the lag is what the log holds and the tables do not, and as old as the first of it', async () => {
  expect(await measureProjection(database.pool)).toMatchObject({ logPosition: 0, lagEvents: 0, lagSeconds: 0 });
  const end = Number(await fillLog(database.pool, { events: 200, names: 'zipf' }));
  const behind = await measureProjection(database.pool);
  expect(behind).toMatchObject({ logPosition: end, lagEvents: end, parkedEvents: 0 });
  expect(behind.lagSeconds).toBeGreaterThan(0);

  await rebuild(database.pool, createEventStore(database.pool));
  expect(await measureProjection(database.pool)).toMatchObject({ logPosition: end, lagEvents: 0, lagSeconds: 0 });
});

it('a rebuild is seen while it runs, with its share, and no longer', async () => {
  const seen: number[] = [];
  const { promise: looked, resolve } = Promise.withResolvers<void>();
  const onProgress = () => {
    void measureRebuilds(database.pool).then(({ running }) => {
      seen.push(running);
      resolve();
    });
  };
  await rebuild(database.pool, createEventStore(database.pool), { onProgress, batchSize: 50 });
  await looked;
  expect(seen[0]).toBe(1);
  await waitFor('its connection to end', async () => (await measureRebuilds(database.pool)).running === 0);
});

it('what a teller says is seen by others, and goes with its connection', async () => {
  const teller = await openRebuildTeller(database.pool);
  teller.tell(30, 40);
  await waitFor('the share', async () => (await measureRebuilds(database.pool)).progress === 0.75);
  teller.close();
  await waitFor('nothing', async () => (await measureRebuilds(database.pool)).running === 0);
  expect(await measureRebuilds(database.pool)).toEqual({ running: 0, progress: 0 });
});

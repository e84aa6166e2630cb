import { createEventStore, type EventStore } from '@newsledger/event-store';
import { createTestDatabase, fillLog, type TestDatabase } from '@newsledger/test-support';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentHash } from '../index.ts';
import { migrateForTests } from '../migrateForTests.ts';
import { randomNews } from '../random/randomNews.ts';
import { chancesOf } from '../random/seededRandom.ts';
import { foldAtOnce, foldByShares } from './foldBySharesForTests.ts';

let database: TestDatabase;
let store: EventStore;
let ledger: Parameters<typeof foldAtOnce>[0];
beforeEach(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  store = createEventStore(database.pool);
  ledger = { pool: database.pool, store };
});
afterEach(() => database.close());

it.each([71, 72, 73])('gives the same tables share by share as all at once, whatever people decide in between (seed %i)', async (seed) => {
  for (const { stream, event } of randomNews(seed, 60)) await store.append(stream, 'any', [event]);

  await foldAtOnce(ledger, 20);
  const atOnce = await contentHash(database.pool);
  const rounds = await foldByShares(ledger, { shares: 4, batchSize: 4, chances: chancesOf(seed) });

  expect(rounds).toBeGreaterThan(5);
  expect(await contentHash(database.pool)).toBe(atOnce);
});

it('does so for a larger log of nothing but echoes', async () => {
  await fillLog(database.pool, { events: 1250, names: 'same' });

  await foldAtOnce(ledger, 500);
  const atOnce = await contentHash(database.pool);
  const rounds = await foldByShares(ledger, { shares: 5, batchSize: 120, chances: chancesOf(5) });

  expect(rounds).toBeGreaterThan(5);
  expect(await contentHash(database.pool)).toBe(atOnce);
});

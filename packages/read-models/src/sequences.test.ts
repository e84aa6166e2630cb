import type { AnyRecordedEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { emptyTables } from './emptyTables.ts';
import { applyEvents, contentHash, createFolder } from './index.ts';
import { migrateForTests } from './migrateForTests.ts';
import { randomNews } from './random/randomNews.ts';
import { recorded } from './random/recorded.ts';
import { seededRandom } from './random/seededRandom.ts';

let database: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  database = await createTestDatabase('read_models', migrateForTests);
  client = await database.pool.connect();
});
afterAll(async () => {
  client.release();
  await database.close();
});

// Rows that were deleted thousands of times slow every question down.
beforeEach(() => client.query('VACUUM'));

const SEQUENCES = inject('form') === 'long' ? 1000 : 100;
const PER_TEST = 50;
const seedsOf = (test: number) => Array.from({ length: PER_TEST }, (_, index) => 1000 + test * PER_TEST + index);

it.each(Array.from({ length: SEQUENCES / PER_TEST }, (_, test) => seedsOf(test)))(
  'folded as it comes, each of the random logs %i … gives the same tables as a rebuild, by hash',
  async (...seeds) => {
    const differing: number[] = [];
    for (const seed of seeds) {
      const log = recorded(randomNews(seed, 10));
      await emptyTables(client);
      const fold = seed % 2 === 0 ? applyEvents : createFolder();
      for (const batch of batches(log, seed)) await fold(client, batch);
      const live = await contentHash(client);
      await emptyTables(client);
      await applyEvents(client, log);
      if ((await contentHash(client)) !== live) differing.push(seed);
    }
    expect(differing).toEqual([]);
  },
);

function batches(log: readonly AnyRecordedEvent[], seed: number): AnyRecordedEvent[][] {
  const random = seededRandom(seed * 7919);
  const cut: AnyRecordedEvent[][] = [];
  for (let from = 0; from < log.length; ) {
    const to = from + 1 + Math.floor(random() ** 2 * 25);
    cut.push(log.slice(from, to));
    from = to;
  }
  return cut;
}

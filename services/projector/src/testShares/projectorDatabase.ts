import { type EventStore, migrateEventStore, readCheckpoint } from '@newsledger/event-store';
import { contentHash, migrateReadModels, PROJECTOR, rebuildParking } from '@newsledger/read-models';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import pg from 'pg';
import { expect } from 'vitest';

/** A database with all that a projector needs, and nothing in its log. */
export function createProjectorDatabase(): Promise<TestDatabase> {
  return createTestDatabase('projector', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await migrateReadModels(pool);
    await pool.end();
  });
}

/** Waits until the tables hold all of the log. @returns its end. */
export async function reachEnd(pool: pg.Pool, store: EventStore, patienceMs: number): Promise<bigint> {
  const last = await store.lastPosition();
  await waitFor('all of the log in the tables', async () => (await readCheckpoint(pool, PROJECTOR)) >= last, patienceMs);
  return last;
}

/** Compares the tables, history included, with those that one process makes of the same log. To be called when no projector is at work. */
export async function expectTablesOfOne(pool: pg.Pool, store: EventStore): Promise<void> {
  const byShares = await contentHash(pool);
  await rebuildParking(pool, store, { mayPark: 'any' });
  expect(byShares).toBe(await contentHash(pool));
}

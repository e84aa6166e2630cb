import { type NewEvent, newEvent } from '@newsledger/events';
import { createTestDatabase, type TestDatabase } from '@newsledger/test-support';
import pg from 'pg';
import { migrateEventStore } from '../migrations/migrateEventStore.ts';

/** A database of its own with an empty event log. */
export function createTestLog(): Promise<TestDatabase> {
  return createTestDatabase('event_store', async (url) => {
    const pool = new pg.Pool({ connectionString: url });
    await migrateEventStore(pool);
    await pool.end();
  });
}

/** An event that is told from others by one word. */
export function alias(word: string): NewEvent<'AliasAdded'> {
  return newEvent('AliasAdded', { entity: 'Amazon', alias: word, by: 'test', decidedAt: '2025-11-03T14:00:00.000Z' });
}

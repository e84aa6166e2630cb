import { migrateEventStore } from '@newsledger/event-store';
import pg from 'pg';
import { migrateReadModels } from './migrateReadModels.ts';

/** Makes the template database of the tests. */
export async function migrateForTests(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateReadModels(pool);
  await pool.end();
}

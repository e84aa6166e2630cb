import { migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import pg from 'pg';

/** What the extractor needs of a database, for a template of the tests'. */
export async function migrateForTests(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await pool.end();
}

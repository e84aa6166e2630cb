import { migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import { migrateReadModels } from '@newsledger/read-models';
import type pg from 'pg';

/** Brings every schema to this release's version; doing it again changes nothing. */
export async function migrateLedger(pool: pg.Pool): Promise<void> {
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await migrateReadModels(pool);
}

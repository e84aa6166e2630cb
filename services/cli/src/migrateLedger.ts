import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import { migrateReadModels, rebuildIfOutdated } from '@newsledger/read-models';
import type pg from 'pg';

/** Brings every schema, and the rows that older rules made, to this release's version; doing it again changes nothing. */
export async function migrateLedger(pool: pg.Pool): Promise<void> {
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await migrateReadModels(pool);
  await rebuildIfOutdated(pool, createEventStore(pool));
}

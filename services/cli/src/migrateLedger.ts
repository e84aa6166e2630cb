import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import { migrateReadModels, rebuildIfOutdated } from '@newsledger/read-models';
import type pg from 'pg';

/**
 * Brings every schema, and the rows that other rules made, to this release's version; doing it again changes nothing.
 * @param certainty from which claims shall count; null for that of the rules. What was last asked for stands when it is left out.
 */
export async function migrateLedger(pool: pg.Pool, certainty?: number | null): Promise<void> {
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await migrateReadModels(pool);
  await rebuildIfOutdated(pool, createEventStore(pool), certainty);
}

import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { migrateQueues } from '@newsledger/queues';
import { migrateReadModels, rebuildIfOutdated } from '@newsledger/read-models';
import type pg from 'pg';
import { grantRoles } from './roles/grantRoles.ts';

/**
 * Brings every schema, and the rows that other rules made, to this release's version; doing it again changes nothing.
 * @param certainty from which claims shall count; null for that of the rules. What was last asked for stands when it is left out.
 * @throws {RebuildStoppedError} when the rows must be made anew, and an event that was not parked before can't be folded.
 */
export async function migrateLedger(pool: pg.Pool, certainty?: number | null): Promise<void> {
  await migrateSchemas(pool);
  await rebuildIfOutdated(pool, createEventStore(pool), certainty);
}

/** Brings every schema to this release's version, with what each service may do in it, and leaves the rows alone. */
export async function migrateSchemas(pool: pg.Pool): Promise<void> {
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await migrateReadModels(pool);
  await grantRoles(pool);
}

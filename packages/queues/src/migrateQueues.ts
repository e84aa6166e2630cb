import { runMigrations } from '@newsledger/event-store';
import { runMigrations as runBullMigrations } from 'bullmq';
import type pg from 'pg';
import { BULLMQ_SCHEMA } from './postgresBackend.ts';

/**
 * Creates or updates the outbox and BullMQ's own tables, in its migration step: queues and workers never do it themselves.
 * BullMQ's tables are made for either backend, so that a change of backend needs no migration.
 */
export async function migrateQueues(pool: pg.Pool): Promise<void> {
  await runMigrations(pool, { schema: 'work', folder: new URL('../migrations/', import.meta.url) });
  const client = await pool.connect();
  try {
    await runBullMigrations(client, BULLMQ_SCHEMA);
  } finally {
    client.release();
  }
}

import { type MigrationSource, runMigrations } from '@newsledger/event-store';
import { runMigrations as runBullMigrations } from 'bullmq';
import type pg from 'pg';
import { BULLMQ_SCHEMA } from './postgresBackend.ts';

export const WORK_MIGRATIONS: MigrationSource = { schema: 'work', folder: new URL('../migrations/', import.meta.url) };

/**
 * Creates or updates the outbox and BullMQ's own tables, in its migration step: queues and workers never do it themselves.
 * BullMQ's tables are made for either backend, so that a change of backend needs no migration.
 */
export async function migrateQueues(pool: pg.Pool): Promise<void> {
  await runMigrations(pool, WORK_MIGRATIONS);
  const client = await pool.connect();
  try {
    await runBullMigrations(client, BULLMQ_SCHEMA);
    await keepNoEvents(client);
  } finally {
    client.release();
  }
}

/**
 * BullMQ writes a row and sends a notification for each step of each job, for listeners that we don't have: a third of what a job costs. The
 * log tells what happened, and the outbox what is still to happen.
 */
async function keepNoEvents(client: pg.PoolClient): Promise<void> {
  await client.query(`
    BEGIN;
    SELECT pg_advisory_xact_lock(hashtextextended('newsledger: events of queues', 0));
    CREATE OR REPLACE FUNCTION ${BULLMQ_SCHEMA}.publish_event(p_queue text, p_event text, p_data jsonb) RETURNS bigint
      LANGUAGE sql
      RETURN NULL::bigint;
    CREATE OR REPLACE FUNCTION ${BULLMQ_SCHEMA}.keep_no_event() RETURNS trigger
      LANGUAGE plpgsql AS
    'BEGIN RETURN NULL; END';
    CREATE OR REPLACE TRIGGER keep_no_event
      BEFORE INSERT ON ${BULLMQ_SCHEMA}.event
      FOR EACH ROW EXECUTE FUNCTION ${BULLMQ_SCHEMA}.keep_no_event();
    COMMIT`);
}

import { type MigrationSource, runMigrations } from '@newsledger/event-store';
import { measures } from '@newsledger/events';
import type pg from 'pg';

export const PROJECTION_MIGRATIONS: MigrationSource = { schema: 'projection', folder: new URL('../migrations/', import.meta.url) };

/** Brings the schemas `projection`, `polling` and `newsledger` to this release; safe to call from several processes at once. */
export async function migrateReadModels(pool: pg.Pool): Promise<void> {
  await runMigrations(pool, PROJECTION_MIGRATIONS);
  await fillMeasures(pool);
}

/** The controlled list lives in the code; SQL shows it. */
async function fillMeasures(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO projection.measure (measure, measure_class, definition)
     SELECT name, "measureClass", definition
     FROM jsonb_to_recordset($1::jsonb) AS listed (name text, "measureClass" text, definition text)
     ON CONFLICT (measure) DO UPDATE SET measure_class = excluded.measure_class, definition = excluded.definition`,
    [JSON.stringify(measures)],
  );
}

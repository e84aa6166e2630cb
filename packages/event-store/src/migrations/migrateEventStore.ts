import type pg from 'pg';
import { type MigrationSource, runMigrations } from './runMigrations.ts';

export const LEDGER_MIGRATIONS: MigrationSource = { schema: 'ledger', folder: new URL('../../migrations/', import.meta.url) };

/**
 * Makes schema `ledger`, or brings it up to this release. Run it after restoring a dump, too: it moves the sequence of positions past
 * what was restored, should the dump have held only rows.
 */
export async function migrateEventStore(pool: pg.Pool): Promise<void> {
  await runMigrations(pool, LEDGER_MIGRATIONS);
  await movePositionsPastEvents(pool);
}

/**
 * A checkpoint can be greater than every event, when the last positions were rolled back; a new event below it would be skipped.
 * What is stored is looked at first: in a log in use the sequence is then never behind it, and stays untouched.
 */
async function movePositionsPastEvents(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ last: string }>(`
    SELECT greatest(0, (SELECT max(position) FROM ledger.events),
                       (SELECT max(position) FROM ledger.checkpoints)) AS last`);
  await pool.query("SELECT setval('ledger.event_position', $1) FROM ledger.event_position WHERE last_value < $1", [rows[0]?.last ?? 0]);
}

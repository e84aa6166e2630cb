import type pg from 'pg';
import { runMigrations } from './runMigrations.ts';

/**
 * Makes schema `ledger`, or brings it up to this release. Run it after restoring a dump, too: it moves the sequence of positions past
 * the restored events, should the dump have held only rows.
 */
export async function migrateEventStore(pool: pg.Pool): Promise<void> {
  await runMigrations(pool, { schema: 'ledger', folder: new URL('../../migrations/', import.meta.url) });
  await movePositionsPastEvents(pool);
}

/**
 * The event of greatest position is looked for first. In a log in use the sequence is then never behind it, and stays untouched.
 */
async function movePositionsPastEvents(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ last: string }>('SELECT coalesce(max(position), 0) AS last FROM ledger.events');
  await pool.query("SELECT setval('ledger.event_position', $1) FROM ledger.event_position WHERE last_value < $1", [rows[0]?.last ?? 0]);
}

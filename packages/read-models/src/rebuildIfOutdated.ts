import type { EventStore } from '@newsledger/event-store';
import { RULE } from '@newsledger/reconcile';
import type pg from 'pg';
import { rebuild } from './rebuild.ts';

/** Counts up when the fold writes other rows for the same events; the rules of reconciling count for themselves. */
const FOLD = 'fold/4';
const RULES = `${FOLD}, ${RULE}`;

/**
 * Makes the tables anew when an older release's rules made them: rows of two rules side by side would not be what a rebuild gives.
 * Readers go on meanwhile. Several processes may ask at once; one works, the others wait for it.
 * @returns whether a rebuild was needed.
 */
export async function rebuildIfOutdated(pool: pg.Pool, store: EventStore): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended('newsledger: rules of the tables', 0))");
    const { rows } = await client.query<{ rules: string }>('SELECT rules FROM projection.made_by');
    if (rows[0]?.rules === RULES) return false;
    await rebuild(pool, store);
    await client.query('INSERT INTO projection.made_by (rules) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET rules = excluded.rules', [
      RULES,
    ]);
    return true;
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtextextended('newsledger: rules of the tables', 0))").catch(() => {});
    client.release();
  }
}

import type pg from 'pg';

/** Work that is taken up later than this begins a trace of its own. */
const KEPT_HOURS = 24;

/** Forgets spans that nothing follows from any more. */
export async function forgetOldTraces(pool: pg.Pool): Promise<void> {
  await pool.query(`DELETE FROM work.event_traces WHERE noted_at < clock_timestamp() - $1 * interval '1 hour'`, [KEPT_HOURS]);
}

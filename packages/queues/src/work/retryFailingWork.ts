import type pg from 'pg';

/**
 * Ends the pause of all failing work, the permanent too: what stood in its way has been put right. The sweeper does the rest.
 * @returns how much work that is.
 */
export async function retryFailingWork(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    'UPDATE work.pending_work SET permanent = false, next_try_at = clock_timestamp() WHERE failures > 0 AND enqueued_at IS NOT NULL',
  );
  return rowCount ?? 0;
}

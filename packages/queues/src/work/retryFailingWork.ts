import type pg from 'pg';

/**
 * Ends the pause of failing work, and takes up what is parked: what stood in its way has been put right. The sweeper does the rest.
 * @param only ids of the jobs, articles or sources that it is about; all failing work when left out.
 * @returns how much work that is.
 */
export async function retryFailingWork(pool: pg.Pool, only?: readonly string[]): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE work.pending_work
        SET permanent = false, crashes = 0, next_try_at = clock_timestamp()
      WHERE failures > 0
        AND enqueued_at IS NOT NULL
        AND ($1::text[] IS NULL OR job_id = ANY ($1) OR article_id::text = ANY ($1) OR data ->> 'sourceId' = ANY ($1))`,
    [only ?? null],
  );
  return rowCount ?? 0;
}

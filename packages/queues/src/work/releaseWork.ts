import type pg from 'pg';

/** Gives claimed work back: the queue couldn't take it. */
export async function releaseWork(pool: pg.Pool, jobIds: readonly string[]): Promise<void> {
  await pool.query('UPDATE work.pending_work SET enqueued_at = NULL WHERE job_id = ANY ($1::text[])', [jobIds]);
}

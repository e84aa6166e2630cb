import type pg from 'pg';

/**
 * Marks work as handed over again and ends its pause, of those ids that are still in the outbox.
 * @returns the ids that are: what was done in the meantime is not enqueued a second time.
 */
export async function takeForRequeue(pool: pg.Pool, jobIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ jobId: string }>(
    `UPDATE work.pending_work
        SET enqueued_at = clock_timestamp(), next_try_at = NULL
      WHERE job_id = ANY ($1::text[])
     RETURNING job_id AS "jobId"`,
    [jobIds],
  );
  return new Set(rows.map(({ jobId }) => jobId));
}

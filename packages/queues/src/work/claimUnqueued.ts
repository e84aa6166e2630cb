import type pg from 'pg';
import type { Work } from '../jobData.ts';
import { readWorkRows, type WorkRow } from './readWorkRows.ts';

/**
 * Takes the oldest work that is in no queue yet, and marks it as handed over, so that of several relays one enqueues it. Should that one
 * die before it does, the sweeper finds the row.
 */
export async function claimUnqueued(pool: pg.Pool, limit: number): Promise<Work[]> {
  const { rows } = await pool.query<WorkRow>(
    `UPDATE work.pending_work
        SET enqueued_at = clock_timestamp()
      WHERE job_id IN (
              SELECT job_id
                FROM work.pending_work
               WHERE enqueued_at IS NULL
               ORDER BY requested_at
               LIMIT $1
                 FOR UPDATE SKIP LOCKED
            )
     RETURNING queue, job_id AS "jobId", data, requested_at AS "requestedAt"`,
    [limit],
  );
  rows.sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime());
  return (await readWorkRows(pool, rows)).map(({ work }) => work);
}

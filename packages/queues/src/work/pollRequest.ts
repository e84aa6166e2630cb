import type pg from 'pg';

/** When a poll was asked for last, as PostgreSQL writes it (a Date would lose its microseconds); null when nobody but its schedule wants it. */
export async function findPollRequest(pool: pg.Pool, jobId: string): Promise<string | null> {
  const { rows } = await pool.query<{ requestedAt: string }>(
    'SELECT requested_at::text AS "requestedAt" FROM work.pending_work WHERE job_id = $1',
    [jobId],
  );
  return rows[0]?.requestedAt ?? null;
}

/** Completes what was asked for then. Whoever asked again meanwhile wants to know what the source says since, and gets a poll of their own. */
export async function completePollRequest(pool: pg.Pool, jobId: string, requestedAt: string): Promise<void> {
  await pool.query('DELETE FROM work.pending_work WHERE job_id = $1 AND requested_at = $2::timestamptz', [jobId, requestedAt]);
}

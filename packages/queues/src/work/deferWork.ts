import type pg from 'pg';

/**
 * Puts work off without counting a failure: its job may end without completing it, and the sweeper asks for it again when the time has
 * come. For work whose turn has not come yet, through no fault of its own.
 */
export async function deferWork(client: pg.Pool | pg.ClientBase, jobId: string, delayMs: number): Promise<void> {
  await client.query(
    `UPDATE work.pending_work SET next_try_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000) WHERE job_id = $1`,
    [jobId, delayMs],
  );
}

import type pg from 'pg';

/**
 * Notes, before work is begun that was at hand when a process ended, that it is at hand again. An attempt that comes to its end, well or not,
 * takes the note back.
 * @returns how often that was noted since; null for work that the outbox doesn't hold, such as scheduled polls.
 */
export async function noteSuspect(pool: pg.Pool, jobId: string): Promise<number | null> {
  const { rows } = await pool.query<{ crashes: number }>(
    'UPDATE work.pending_work SET crashes = crashes + 1 WHERE job_id = $1 RETURNING crashes',
    [jobId],
  );
  return rows[0]?.crashes ?? null;
}

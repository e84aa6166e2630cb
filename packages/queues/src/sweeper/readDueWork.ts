import type pg from 'pg';
import type { Work } from '../jobData.ts';
import { readWorkRows, type WorkRow } from '../work/readWorkRows.ts';

export interface DueWork {
  readonly work: Work;
  readonly requestedAt: Date;
  /** The end of its pause has come. */
  readonly paused: boolean;
}

export interface DuePage {
  readonly due: readonly DueWork[];
  /** Where the next page goes on; null after the last one. */
  readonly last: string | null;
}

/**
 * Work that a queue should hold, in the order of its ids: handed over a while ago, and not in a pause.
 * @param after the last id of the page before; '' for the first page.
 */
export async function readDueWork(pool: pg.Pool, options: { after: string; limit: number; graceMs: number }): Promise<DuePage> {
  const { rows } = await pool.query<WorkRow & { paused: boolean }>(
    `SELECT queue, job_id AS "jobId", data, requested_at AS "requestedAt", next_try_at IS NOT NULL AS paused
       FROM work.pending_work
      WHERE job_id > $1
        AND enqueued_at <= clock_timestamp() - make_interval(secs => $3::float8 / 1000)
        AND NOT permanent
        AND (next_try_at IS NULL OR next_try_at <= clock_timestamp())
      ORDER BY job_id
      LIMIT $2`,
    [options.after, options.limit, options.graceMs],
  );
  const last = rows.length < options.limit ? null : (rows.at(-1)?.jobId ?? null);
  return { due: await readWorkRows(pool, rows), last };
}

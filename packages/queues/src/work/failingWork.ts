import type pg from 'pg';
import type { QueueName } from '../jobData.ts';

export interface FailingWork {
  readonly queue: QueueName;
  readonly jobId: string;
  readonly articleId: string | null;
  readonly attempts: number;
  readonly failures: number;
  readonly permanent: boolean;
  readonly lastError: string | null;
  readonly failedAt: Date | null;
  /** When it is tried again; null when it is at work, or permanent. */
  readonly nextTryAt: Date | null;
}

/** Work of which an attempt failed, the latest failure first, for people to look at. */
export async function failingWork(pool: pg.Pool, limit = 100): Promise<FailingWork[]> {
  const { rows } = await pool.query<FailingWork>(
    `SELECT queue,
            job_id      AS "jobId",
            article_id  AS "articleId",
            attempts,
            failures,
            permanent,
            last_error  AS "lastError",
            failed_at   AS "failedAt",
            next_try_at AS "nextTryAt"
       FROM work.pending_work
      WHERE attempts > 0
      ORDER BY failed_at DESC, job_id
      LIMIT $1`,
    [limit],
  );
  return rows;
}

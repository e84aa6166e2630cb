import type pg from 'pg';
import type { Work } from '../jobData.ts';

/** Writes work into the outbox that its caller enqueues itself, right after; should it fail to, the sweeper does. */
export async function markEnqueued(client: pg.Pool | pg.ClientBase, work: readonly Work[]): Promise<void> {
  await client.query(
    `INSERT INTO work.pending_work (job_id, queue, data, article_id, enqueued_at)
     SELECT job_id, queue, data, article_id, clock_timestamp()
       FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::uuid[]) AS asked (job_id, queue, data, article_id)
     ON CONFLICT (job_id) DO UPDATE
       SET requested_at = clock_timestamp(), enqueued_at = clock_timestamp(), next_try_at = NULL, permanent = false`,
    [
      work.map(({ jobId }) => jobId),
      work.map(({ queue }) => queue),
      work.map(({ data }) => JSON.stringify(data)),
      work.map(({ data }) => ('articleId' in data ? data.articleId : null)),
    ],
  );
}

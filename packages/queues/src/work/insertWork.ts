import type pg from 'pg';
import type { Work } from '../jobData.ts';

/** Wakes the relays; delivered when the transaction commits. */
export const WORK_CHANNEL = 'newsledger_work';

/**
 * Writes work into the outbox, to be enqueued once the transaction has committed. Work that is there already is asked for anew: it leaves its
 * pause, but its failures stay counted.
 */
export async function insertWork(client: pg.Pool | pg.ClientBase, work: readonly Work[]): Promise<void> {
  if (work.length === 0) return;
  await client.query(
    `WITH asked AS (
       SELECT *
         FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::uuid[]) AS asked (job_id, queue, data, article_id)
     ), written AS (
       INSERT INTO work.pending_work (job_id, queue, data, article_id)
       SELECT job_id, queue, data, article_id FROM asked
       ON CONFLICT (job_id) DO UPDATE
         SET requested_at = clock_timestamp(), enqueued_at = NULL, next_try_at = NULL, permanent = false
     )
     SELECT pg_notify($5, '')`,
    [
      work.map(({ jobId }) => jobId),
      work.map(({ queue }) => queue),
      work.map(({ data }) => JSON.stringify(data)),
      work.map(({ data }) => ('articleId' in data ? data.articleId : null)),
      WORK_CHANNEL,
    ],
  );
}

import type pg from 'pg';
import type { QueueName } from '../jobData.ts';

export interface PendingCounts {
  readonly total: number;
  /** Never failed yet: in its queue, or at work. */
  readonly waiting: number;
  /** Failed, and has attempts left. */
  readonly delayed: number;
  /** All attempts failed at least once: pausing, at work again, or for ever out of reach (see `permanent`). */
  readonly failing: number;
  /** Of those failing, the ones that are not tried again by themselves. */
  readonly permanent: number;
}

/** How much the outbox still holds, by queue. Polls that come by schedule are not in it. */
export async function pendingWork(pool: pg.Pool): Promise<Record<QueueName, PendingCounts>> {
  const { rows } = await pool.query<PendingCounts & { queue: QueueName }>(
    `SELECT queue,
            count(*)::integer                                            AS total,
            count(*) FILTER (WHERE attempts = 0)::integer                AS waiting,
            count(*) FILTER (WHERE attempts > 0 AND failures = 0)::integer AS delayed,
            count(*) FILTER (WHERE failures > 0)::integer                AS failing,
            count(*) FILTER (WHERE permanent)::integer                   AS permanent
       FROM work.pending_work
      GROUP BY queue`,
  );
  const counts = { poll: none, capture: none, extract: none };
  for (const { queue, ...ofQueue } of rows) counts[queue] = ofQueue;
  return counts;
}

const none: PendingCounts = { total: 0, waiting: 0, delayed: 0, failing: 0, permanent: 0 };

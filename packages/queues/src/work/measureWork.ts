import type pg from 'pg';
import type { QueueName } from '../jobData.ts';

export interface WorkMeasures {
  readonly total: number;
  /** Of which an attempt failed, and that is tried again. */
  readonly failing: number;
  /** Not tried again by itself. */
  readonly parked: number;
  /** Age of the oldest work that nobody has begun, or that is under way for the first time; 0 when there is none. What failed waits for other reasons. */
  readonly oldestSeconds: number;
}

const none: WorkMeasures = { total: 0, failing: 0, parked: 0, oldestSeconds: 0 };

/** What the outbox holds of each queue, in a few numbers. */
export async function measureWork(pool: pg.Pool): Promise<Record<QueueName, WorkMeasures>> {
  const { rows } = await pool.query<WorkMeasures & { queue: QueueName }>(
    `SELECT queue,
            count(*)::integer AS total,
            count(*) FILTER (WHERE attempts > 0 AND NOT permanent)::integer AS failing,
            count(*) FILTER (WHERE permanent)::integer AS parked,
            coalesce(greatest(extract(epoch FROM clock_timestamp() - min(requested_at) FILTER (
              WHERE attempts = 0 AND NOT permanent AND next_try_at IS NULL
            )), 0), 0)::float8 AS "oldestSeconds"
       FROM work.pending_work
      GROUP BY queue`,
  );
  const measures = { poll: none, capture: none, extract: none };
  for (const { queue, ...ofQueue } of rows) measures[queue] = ofQueue;
  return measures;
}

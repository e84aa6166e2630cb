import type pg from 'pg';
import type { QueueTuning } from '../tuning.ts';

/** Enough to recognise a failure by. */
const MAX_ERROR_LENGTH = 2_000;

/**
 * Notes in the outbox that an attempt failed. When it was the last one, the work pauses, twice as long as the time before; the pause ends by
 * the sweeper, and there is always a next one: work is never dropped.
 */
export async function recordFailure(
  client: pg.Pool | pg.ClientBase,
  tuning: Pick<QueueTuning, 'pauseBaseMs' | 'pauseCapMs'>,
  jobId: string,
  failure: { message: string; exhausted: boolean; permanent: boolean },
): Promise<void> {
  await client.query(
    `UPDATE work.pending_work
        SET attempts    = attempts + 1,
            last_error  = $2,
            failed_at   = clock_timestamp(),
            failures    = failures + CASE WHEN $3 THEN 1 ELSE 0 END,
            permanent   = $4,
            next_try_at = CASE WHEN $3 AND NOT $4
                               THEN clock_timestamp() + make_interval(secs =>
                                 least($6::float8, $5::float8 * power(2, least(failures, 30))) / 1000 * (0.9 + 0.2 * random()))
                          END
      WHERE job_id = $1`,
    [
      jobId,
      failure.message.slice(0, MAX_ERROR_LENGTH).replaceAll('\0', ''),
      failure.exhausted,
      failure.permanent,
      tuning.pauseBaseMs,
      tuning.pauseCapMs,
    ],
  );
}

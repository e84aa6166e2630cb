import type pg from 'pg';
import type { QueueTuning } from '../tuning.ts';

/** Enough to recognise a failure by. */
const MAX_ERROR_LENGTH = 2_000;

/**
 * Notes in the outbox that an attempt failed. When it was the last one, the work pauses, twice as long as the time before, until the sweeper
 * ends the pause; after as many rounds as the tuning allows it is parked. Work is never dropped.
 */
export async function recordFailure(
  client: pg.Pool | pg.ClientBase,
  tuning: Pick<QueueTuning, 'pauseBaseMs' | 'pauseCapMs' | 'rounds'>,
  jobId: string,
  failure: { message: string; exhausted: boolean; permanent: boolean },
): Promise<void> {
  await client.query(
    `UPDATE work.pending_work AS pending
        SET attempts    = attempts + 1,
            last_error  = $2,
            failed_at   = clock_timestamp(),
            failures    = failures + CASE WHEN $3 THEN 1 ELSE 0 END,
            crashes     = 0,
            permanent   = parked,
            next_try_at = CASE WHEN $3 AND NOT parked
                               THEN clock_timestamp() + make_interval(secs =>
                                 least($6::float8, $5::float8 * power(2, least(failures, 30))) / 1000 * (0.9 + 0.2 * random()))
                          END
       FROM (SELECT job_id, $4 OR ($3 AND failures + 1 >= coalesce(($7::jsonb ->> queue)::integer, 2147483647)) AS parked
               FROM work.pending_work
              WHERE job_id = $1) AS fate
      WHERE pending.job_id = fate.job_id`,
    [
      jobId,
      failure.message.slice(0, MAX_ERROR_LENGTH).replaceAll('\0', ''),
      failure.exhausted,
      failure.permanent,
      tuning.pauseBaseMs,
      tuning.pauseCapMs,
      JSON.stringify(tuning.rounds),
    ],
  );
}

import type pg from 'pg';

/** An event that always fails. */
export interface ParkedEventRow {
  readonly missing_from: string;
  readonly position: string;
  readonly event_type: string;
  readonly stream: string;
  readonly article_id: string | null;
  readonly error: string;
  readonly attempts: number;
  readonly parked_at: Date;
  readonly tried_at: Date;
  /** Events of its stream that wait behind it. */
  readonly waiting: number;
}

/** Work of which an attempt failed. */
export interface FailingWorkRow {
  readonly job_id: string;
  readonly queue: string;
  readonly article_id: string | null;
  readonly source_id: string | null;
  readonly parked: boolean;
  readonly error: string | null;
  readonly attempts: number;
  readonly failed_at: Date | null;
  readonly next_try_at: Date | null;
}

/** Events that could not be taken in, in the order of the log, with how many wait behind each. */
export async function listParkedEvents(pool: pg.Pool, limit: number): Promise<ParkedEventRow[]> {
  const { rows } = await pool.query<ParkedEventRow>(
    `SELECT parked.*,
            (SELECT count(*)::integer
               FROM newsledger.parked_events AS later
              WHERE later.missing_from = parked.missing_from
                AND later.behind = parked.position) AS waiting
       FROM newsledger.parked_events AS parked
      WHERE parked.behind IS NULL
      ORDER BY parked.position, parked.missing_from
      LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Work that fails, what is parked first, then the latest failure first. The view is the queues' own, and only in a whole ledger. */
export async function listFailingWork(pool: pg.Pool, limit: number): Promise<FailingWorkRow[]> {
  const { rows } = await pool.query<FailingWorkRow>(
    'SELECT * FROM newsledger.failing_work ORDER BY parked DESC, failed_at DESC, job_id LIMIT $1',
    [limit],
  );
  return rows;
}

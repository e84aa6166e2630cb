import type pg from 'pg';

/** How the whole fares, in a few numbers. */
export interface Health {
  /** Sources that are followed, by their health. */
  readonly sources: Readonly<Record<string, number>>;
  readonly last_polled_at: Date | null;
  /** Events of the log that the tables don't hold yet. */
  readonly events_behind: number;
  /** Of a streaming replica, how old what it shows is, in seconds; null when nothing came to it yet, and 0 on the primary. */
  readonly standby_lag_seconds: number | null;
  readonly is_standby: boolean;
  /** Events that always fail and are left out. */
  readonly parked_events: number;
  /** Work of which an attempt failed, and that of it which is not tried again by itself. */
  readonly failing_work: number;
  readonly parked_work: number;
}

/** Reads the health of sources, tables and work. The views of work are the queues' own, and only in a whole ledger. */
export async function readHealth(pool: pg.Pool): Promise<Health> {
  const { rows } = await pool.query<Health>(
    `SELECT source.*, progress.events_behind, progress.is_standby, progress.standby_lag_seconds::float8, work.*,
            (SELECT count(*)::int FROM newsledger.parked_events WHERE behind IS NULL) AS parked_events
       FROM (SELECT coalesce(jsonb_object_agg(health, sources), '{}') AS sources, max(last_polled_at) AS last_polled_at
               FROM (SELECT health, count(*)::int AS sources, max(last_polled_at) AS last_polled_at
                       FROM newsledger.sources
                      WHERE health <> 'removed'
                      GROUP BY health) AS by_health) AS source
      CROSS JOIN (SELECT count(*)::int AS failing_work, count(*) FILTER (WHERE parked)::int AS parked_work FROM newsledger.failing_work) AS work
      CROSS JOIN newsledger.progress`,
  );
  const [health] = rows;
  if (health === undefined) throw new Error('the view newsledger.progress has no row');
  return health;
}

import type pg from 'pg';
import { PROJECTOR } from '../projectorName.ts';

export interface ProjectionMeasures {
  /** Position of the last event of the log. */
  readonly logPosition: number;
  readonly lagEvents: number;
  /** Age of the oldest event that the tables don't hold; 0 when they hold all. */
  readonly lagSeconds: number;
  /** Left out of the tables, those that wait behind a failing one included. */
  readonly parkedEvents: number;
}

/** How far the tables are behind the log. */
export async function measureProjection(pool: pg.Pool): Promise<ProjectionMeasures> {
  const { rows } = await pool.query<ProjectionMeasures>(
    `SELECT logged.position::float8 AS "logPosition",
            greatest(logged.position - done.position, 0)::float8 AS "lagEvents",
            coalesce(greatest(extract(epoch FROM clock_timestamp() - next.recorded_at), 0), 0)::float8 AS "lagSeconds",
            (SELECT count(*)::integer FROM ledger.parked_events WHERE subscription = $1) AS "parkedEvents"
       FROM (SELECT coalesce(max(position), 0) AS position FROM ledger.events) AS logged
      CROSS JOIN (SELECT coalesce(max(position), 0) AS position FROM ledger.checkpoints WHERE name = $1) AS done
       LEFT JOIN LATERAL (
              SELECT recorded_at FROM ledger.events WHERE events.position > done.position ORDER BY events.position LIMIT 1
            ) AS next ON true`,
    [PROJECTOR],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the lag of the tables could not be read');
  return row;
}

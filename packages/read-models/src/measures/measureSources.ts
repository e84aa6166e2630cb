import type pg from 'pg';

export interface SourceMeasures {
  /** Number of sources by health. */
  readonly byHealth: Readonly<Record<string, number>>;
  /** How long the source that waits longest for its poll has been due; 0 when none is. */
  readonly overdueSeconds: number;
}

/** How sources fare, in a few numbers. Only those that are followed can be overdue. */
export async function measureSources(pool: pg.Pool): Promise<SourceMeasures> {
  const { rows } = await pool.query<{ health: string; sources: number; overdue: number }>(
    `SELECT health,
            count(*)::integer AS sources,
            greatest(extract(epoch FROM clock_timestamp() - min(next_poll_at)), 0)::float8 AS overdue
       FROM newsledger.sources
      GROUP BY health`,
  );
  return {
    byHealth: Object.fromEntries(rows.map(({ health, sources }) => [health, sources])),
    overdueSeconds: Math.max(0, ...rows.map(({ overdue }) => overdue ?? 0)),
  };
}

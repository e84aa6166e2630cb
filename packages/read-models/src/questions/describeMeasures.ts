import type pg from 'pg';

/** A measure with the sentence that defines it, and how many figures are of it. */
export interface MeasureRow {
  readonly measure: string;
  readonly measure_class: string;
  readonly definition: string;
  readonly figure_count: number;
}

/** All measures by class. */
export async function describeMeasures(pool: pg.Pool): Promise<MeasureRow[]> {
  const { rows } = await pool.query<MeasureRow>(
    `SELECT measure.*, coalesce(counted.figures, 0)::int AS figure_count
       FROM newsledger.measures AS measure
       LEFT JOIN (SELECT measure, count(*) AS figures FROM newsledger.figures GROUP BY measure) AS counted USING (measure)
      ORDER BY array_position(ARRAY['money', 'percent', 'count', 'physical', 'duration'], measure_class), measure`,
  );
  return rows;
}

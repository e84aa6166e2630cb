import type pg from 'pg';

/** A row of `newsledger.reliability`: what the latest closed epoch froze of a source, for one class of measures. */
export interface ReliabilityRow {
  readonly source: string;
  readonly measure_class: string;
  readonly right_count: number;
  readonly wrong_count: number;
  readonly misread_count: number;
  /** What its vote counts, where an unproven source counts 1; an exact decimal. */
  readonly weight: string;
  readonly epoch: number;
}

/** By source and class of measures; empty while no epoch is closed. */
export async function listReliability(pool: pg.Pool): Promise<ReliabilityRow[]> {
  const { rows } = await pool.query<ReliabilityRow>('SELECT * FROM newsledger.reliability ORDER BY source, measure_class');
  return rows;
}

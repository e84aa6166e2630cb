import type pg from 'pg';

/** One change of a figure: what it was from then on, and what caused it. */
export interface FigureChange {
  readonly changed_at: Date;
  readonly live: boolean;
  readonly unit: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string | null;
  readonly claim_count: number;
  readonly independent_sources: number;
  readonly cause: string | null;
  readonly article_url: string | null;
  readonly event_type: string;
}

/** Every change of a figure, the latest first. */
export async function listHistory(pool: pg.Pool, figureId: string): Promise<FigureChange[]> {
  const { rows } = await pool.query<FigureChange>(
    `SELECT changed_at, live, unit, value, low, high, agreement, claim_count, independent_sources, cause, article_url, event_type
       FROM newsledger.figure_history
      WHERE figure_id = $1
      ORDER BY position DESC`,
    [figureId],
  );
  return rows;
}

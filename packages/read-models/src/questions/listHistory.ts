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
  /** The revision of the article that was read, where the change came by one: above 1 it was corrected or added to. */
  readonly revision: number | null;
}

/** Every change of a figure, the latest first. */
export async function listHistory(pool: pg.Pool, figureId: string): Promise<FigureChange[]> {
  const { rows } = await pool.query<FigureChange>(
    `SELECT changed_at, live, unit, value, low, high, agreement, claim_count, independent_sources, cause, article_url, event_type,
            (SELECT max(revision)
               FROM newsledger.article_revisions AS read
              WHERE read.article_id = history.article_id AND read.recorded_at <= history.changed_at) AS revision
       FROM newsledger.figure_history AS history
      WHERE figure_id = $1
      ORDER BY position DESC`,
    [figureId],
  );
  return rows;
}

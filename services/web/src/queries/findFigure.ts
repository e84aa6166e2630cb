import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

export interface ClaimRow {
  readonly claim_id: string;
  readonly source: string;
  readonly article_url: string;
  readonly article_title: string;
  readonly published_at: Date | null;
  readonly quote: string;
  readonly sentence: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly hedge: string;
  readonly speaker: string | null;
  readonly origin_id: string | null;
  readonly is_primary: boolean;
  readonly verdict: 'winner' | 'agrees' | 'loses' | 'superseded' | 'withdrawn';
  readonly reason: string | null;
}

export interface FigureWithClaims {
  readonly figure: FigureRow;
  /** Those of one origin together, the winning origin first. */
  readonly claims: readonly ClaimRow[];
}

/** One reconciled figure with every claim; null when there is none of that id. */
export async function findFigure(pool: pg.Pool, figureId: string): Promise<FigureWithClaims | null> {
  const { rows: figures } = await pool.query<FigureRow>('SELECT * FROM newsledger.figures WHERE figure_id = $1', [figureId]);
  const [figure] = figures;
  if (figure === undefined) return null;
  const { rows: claims } = await pool.query<ClaimRow>(
    `SELECT *
       FROM newsledger.claims
      WHERE figure_id = $1
      ORDER BY min(CASE verdict WHEN 'winner' THEN 0 WHEN 'agrees' THEN 1 WHEN 'loses' THEN 2 ELSE 3 END) OVER (PARTITION BY origin_id),
               origin_id,
               published_at NULLS LAST,
               claim_id`,
    [figureId],
  );
  return { figure, claims };
}

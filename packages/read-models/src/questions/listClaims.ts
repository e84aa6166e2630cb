import type pg from 'pg';

/** A row of `newsledger.claims`, as far as it is shown to people. */
export interface ClaimRow {
  readonly claim_id: string;
  readonly source: string;
  readonly source_id: string;
  readonly article_id: string;
  readonly article_url: string;
  readonly article_title: string;
  readonly published_at: Date | null;
  readonly quote: string;
  readonly sentence: string;
  /** The number as written; null for ranges and orders of magnitude. */
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly hedge: string;
  readonly speaker: string | null;
  readonly origin_id: string | null;
  readonly is_primary: boolean;
  readonly verdict: 'winner' | 'agrees' | 'loses' | 'unplaced' | 'superseded' | 'withdrawn';
  readonly reason: string | null;
  /** How probable it is, 0 to 1 as an exact decimal, that it is read right; null where nobody estimated it. */
  readonly certainty: string | null;
}

/** Every claim of a figure: those of one origin together, the winning origin first; then what is not placed, and what counts no more. */
export async function listClaims(pool: pg.Pool, figureId: string): Promise<ClaimRow[]> {
  const { rows } = await pool.query<ClaimRow>(
    `SELECT *
       FROM newsledger.claims
      WHERE figure_id = $1
      ORDER BY min(CASE verdict WHEN 'winner' THEN 0 WHEN 'agrees' THEN 1 WHEN 'loses' THEN 2 ELSE 3 END) OVER (PARTITION BY origin_id),
               origin_id,
               published_at NULLS LAST,
               claim_id`,
    [figureId],
  );
  return rows;
}

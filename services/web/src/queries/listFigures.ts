import type pg from 'pg';

export interface FigureRow {
  readonly figure_id: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  readonly period: string | null;
  readonly status: string;
  readonly unit: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string;
  readonly confidence: string;
  readonly claim_count: number;
  readonly independent_sources: number;
  readonly first_reported: Date | null;
  readonly last_changed: Date | null;
  readonly explanation: string;
}

export interface FigureQuery {
  /** Words that must all be found in the figure's names. */
  readonly search: string;
  readonly measure: string | null;
  readonly agreement: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** One page of reconciled figures, best witnessed first, and how many there are in all. */
export async function listFigures(pool: pg.Pool, query: FigureQuery): Promise<{ rows: FigureRow[]; total: number }> {
  const { rows } = await pool.query<FigureRow & { total: string }>(
    `SELECT *, count(*) OVER () AS total
       FROM newsledger.figures
      WHERE ($1::text IS NULL OR measure = $1)
        AND ($2::text IS NULL OR agreement = $2)
        AND NOT EXISTS (
              SELECT FROM unnest(string_to_array(nullif($3, ''), ' ')) AS word
               WHERE strpos(lower(concat_ws(' ', subject, counterparty, replace(measure, '_', ' '), definition, period, status)), lower(word)) = 0)
      ORDER BY independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id
      LIMIT $4 OFFSET $5`,
    [query.measure, query.agreement, query.search, query.limit, query.offset],
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** The measures that any figure has, for the filter. */
export async function listMeasures(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ measure: string }>('SELECT DISTINCT measure FROM newsledger.figures ORDER BY measure');
  return rows.map(({ measure }) => measure);
}

import type pg from 'pg';

/** A row of `newsledger.figures`, as far as it is shown to people. Amounts are exact decimals as text. */
export interface FigureRow {
  readonly figure_id: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  /** What is counted or measured, for measures called `other_…`. */
  readonly noun: string | null;
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

export interface FigureFilter {
  /** All must be found in the figure's names, in any case. */
  readonly words?: readonly string[];
  readonly measure?: string | undefined;
  readonly status?: string | undefined;
  readonly agreement?: string | undefined;
  /** Null for all rows. */
  readonly limit: number | null;
  readonly offset?: number;
}

/** Reconciled figures that fit the filter, best witnessed first, and how many there are in all. */
export async function listFigures(pool: pg.Pool, filter: FigureFilter): Promise<{ rows: FigureRow[]; total: number }> {
  const { rows } = await pool.query<FigureRow & { total: string }>(
    `SELECT *, count(*) OVER () AS total
       FROM newsledger.figures
      WHERE ($1::text IS NULL OR measure = $1)
        AND ($2::text IS NULL OR status = $2)
        AND ($3::text IS NULL OR agreement = $3)
        AND NOT EXISTS (
              SELECT FROM unnest($4::text[]) AS word
               WHERE strpos(
                       lower(concat_ws(' ', subject, counterparty, measure, replace(measure, '_', ' '), definition, noun, period, status)),
                       lower(word)) = 0)
      ORDER BY independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id
      LIMIT $5 OFFSET $6`,
    [filter.measure ?? null, filter.status ?? null, filter.agreement ?? null, filter.words ?? [], filter.limit, filter.offset ?? 0],
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** The measures that any figure has. */
export async function listMeasures(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ measure: string }>('SELECT DISTINCT measure FROM newsledger.figures ORDER BY measure');
  return rows.map(({ measure }) => measure);
}

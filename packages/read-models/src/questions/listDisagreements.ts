import type pg from 'pg';
import { BEST_WITNESSED, type FigureRow } from './listFigures.ts';

/** Two sides of one figure, or two figures that don't fit each other, of the views `disagreements` and `outliers`. */
export interface Disagreement
  extends Pick<
    FigureRow,
    | 'figure_id'
    | 'subject'
    | 'counterparty'
    | 'measure'
    | 'definition'
    | 'noun'
    | 'period'
    | 'status'
    | 'unit'
    | 'value'
    | 'low'
    | 'high'
    | 'explanation'
    | 'independent_sources'
  > {
  readonly sources: readonly string[];
  /** Whose word it is; the sources may only quote or copy it. */
  readonly origins: readonly string[] | null;
  readonly quote: string;
  readonly rival_value: string | null;
  readonly rival_low: string | null;
  readonly rival_high: string | null;
  /** Another currency where only that differs; not in `outliers`. */
  readonly rival_unit?: string;
  readonly rival_sources: readonly string[];
  readonly rival_origins: readonly string[] | null;
  readonly rival_quote: string;
  readonly kind: string;
  readonly kind_words: string;
}

/**
 * Open disputes, or numbers that are outweighed: those with the most witnesses first, all rivals of a figure together.
 * @param limit rows at most; null for all.
 */
export async function listDisagreements(
  pool: pg.Pool,
  from: 'disagreements' | 'outliers',
  limit: number | null = null,
): Promise<Disagreement[]> {
  const { rows } = await pool.query<Disagreement>(
    `SELECT * FROM newsledger.${from} ORDER BY independent_sources DESC, subject, measure, figure_id, rival_value, kind_words LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Rivals of the disputed figures that have the most witnesses: of so many figures, all rivals of one together. */
export async function listTopDisputes(pool: pg.Pool, figures: number): Promise<Disagreement[]> {
  const { rows } = await pool.query<Disagreement>(
    `SELECT *
       FROM newsledger.disputes_of(ARRAY(
              SELECT figure_id FROM newsledger.figures WHERE agreement = 'disputed' ORDER BY ${BEST_WITNESSED.join(', ')} LIMIT $1))
      ORDER BY independent_sources DESC, subject, measure, figure_id, rival_value, kind_words`,
    [figures],
  );
  return rows;
}

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

/** Counting more would take longer than finding the first of them; nobody turns so many pages. */
export const COUNTED_AT_MOST = 2000;

const FITS = `($1::text IS NULL OR measure = $1)
        AND ($2::text IS NULL OR status = $2)
        AND ($3::text IS NULL OR agreement = $3)
        AND NOT EXISTS (
              SELECT FROM unnest($4::text[]) AS word
               WHERE strpos(
                       lower(concat_ws(' ', subject, counterparty, measure, replace(measure, '_', ' '), definition, noun, period, status)),
                       lower(word)) = 0)`;

/** Best witnessed first, as an index holds it: every column rises. */
export const BEST_WITNESSED: readonly string[] = [
  '-independent_sources',
  '-claim_count',
  'subject',
  'measure',
  `coalesce(period, '')`,
  'figure_id',
];

export interface FigureList {
  readonly rows: FigureRow[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether there may be more than `total`, as nobody counted further. */
  readonly isMore: boolean;
}

/** Reconciled figures that fit the filter, best witnessed first. */
export async function listFigures(pool: pg.Pool, filter: FigureFilter): Promise<FigureList> {
  const fits = [filter.measure ?? null, filter.status ?? null, filter.agreement ?? null, filter.words ?? []];
  const offset = filter.offset ?? 0;
  const { rows } = await pool.query<FigureRow>(
    `SELECT *
       FROM newsledger.figures
      WHERE ${FITS}
      ORDER BY ${BEST_WITNESSED.join(', ')}
      LIMIT $5 OFFSET $6`,
    [...fits, filter.limit, offset],
  );
  // A list that ends is counted by that.
  if ((filter.limit === null || rows.length < filter.limit) && (rows.length > 0 || offset === 0))
    return { rows, total: offset + rows.length, isMore: false };
  const counted = await pool.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM (SELECT FROM newsledger.figures WHERE ${FITS} LIMIT ${COUNTED_AT_MOST + 1}) AS fitting`,
    fits,
  );
  const total = counted.rows[0]?.total ?? 0;
  return { rows, total: Math.max(Math.min(total, COUNTED_AT_MOST), offset + rows.length), isMore: total > COUNTED_AT_MOST };
}

/** The measures that any figure has. */
export async function listMeasures(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ measure: string }>(
    // One row of each is looked for; EXISTS would be answered by looking at all.
    `SELECT measure
       FROM newsledger.measures
      CROSS JOIN LATERAL (SELECT FROM newsledger.figures WHERE figures.measure = measures.measure LIMIT 1) AS any_figure
      ORDER BY measure`,
  );
  return rows.map(({ measure }) => measure);
}

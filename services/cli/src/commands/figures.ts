import { formatAmount, formatRange } from '@newsledger/read-models';
import type pg from 'pg';
import type { Column, Printer } from '../output/printer.ts';

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
}

export interface FigureFilter {
  readonly words: readonly string[];
  readonly measure?: string;
  readonly status?: string;
  readonly agreement?: string;
  /** Null for all rows. */
  readonly limit: number | null;
}

/** Reconciled figures that every word of the filter is found in, best witnessed first. */
export async function selectFigures(pool: pg.Pool, filter: FigureFilter): Promise<FigureRow[]> {
  const { rows } = await pool.query<FigureRow>(
    `SELECT *
       FROM newsledger.figures
      WHERE ($1::text IS NULL OR measure = $1)
        AND ($2::text IS NULL OR status = $2)
        AND ($3::text IS NULL OR agreement = $3)
        AND NOT EXISTS (
              SELECT FROM unnest($4::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', subject, counterparty, measure, replace(measure, '_', ' '), definition, period, status)), lower(word)) = 0)
      ORDER BY independent_sources DESC, claim_count DESC, subject, measure, period NULLS FIRST, figure_id
      LIMIT $5`,
    [filter.measure ?? null, filter.status ?? null, filter.agreement ?? null, filter.words, filter.limit],
  );
  return rows;
}

export const figureColumns: readonly Column<FigureRow>[] = [
  { title: 'FIGURE', of: ({ figure_id }) => figure_id.slice(0, 8) },
  { title: 'SUBJECT', of: ({ subject, counterparty }) => (counterparty === null ? subject : `${subject} ← ${counterparty}`), maxWidth: 46 },
  { title: 'MEASURE', of: ({ measure, definition }) => (definition === null ? measure : `${measure} (${definition})`), maxWidth: 34 },
  { title: 'PERIOD', of: ({ period }) => period ?? '', maxWidth: 22 },
  { title: 'STATUS', of: ({ status }) => status },
  { title: 'VALUE', of: formatAmount, align: 'right', maxWidth: 30 },
  { title: 'BETWEEN', of: formatRange, maxWidth: 26 },
  { title: 'AGREEMENT', of: ({ agreement }) => agreement.replaceAll('_', ' ') },
  { title: 'WITNESSES', of: ({ independent_sources, claim_count }) => `${independent_sources} of ${claim_count}`, align: 'right' },
];

export async function printFigures(pool: pg.Pool, printer: Printer, filter: FigureFilter): Promise<void> {
  const rows = await selectFigures(pool, filter);
  printer.rows(
    rows,
    figureColumns,
    'No figure fits. `newsledger figures` without words lists all; `newsledger status` tells whether anything was read yet.',
  );
  if (!printer.json && filter.limit !== null && rows.length === filter.limit) {
    const { rows: count } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM newsledger.figures');
    printer.note(`${rows.length} of ${count[0]?.n} figures; --all shows every one. "newsledger why FIGURE" tells why a value won.`);
  }
}

/** Every row of `newsledger.figures`, whole. */
export async function selectAllFigures(pool: pg.Pool): Promise<object[]> {
  const { rows } = await pool.query<object>('SELECT * FROM newsledger.figures ORDER BY figure_id');
  return rows;
}

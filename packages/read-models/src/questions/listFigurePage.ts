import type pg from 'pg';
import { BEST_WITNESSED, COUNTED_AT_MOST, type FigureRow } from './listFigures.ts';

/** A figure without the long texts that say why. */
export type ShownFigure = Omit<FigureRow, 'explanation'>;

interface Order {
  /** Columns, together unique, all of one direction and never null. */
  readonly columns: readonly string[];
  readonly descending: boolean;
}

/** The orders in which figures can be listed. */
export const figureOrders = {
  witnesses: { columns: BEST_WITNESSED, descending: false },
  changed: { columns: ['last_changed', 'figure_id'], descending: true },
  name: { columns: ['subject', 'measure', `coalesce(period, '')`, 'figure_id'], descending: false },
  /** Amounts are of a size with those of their own unit only. */
  amount: { columns: ['unit', '-coalesce(value, high, low, 0)', 'figure_id'], descending: false },
} as const satisfies Readonly<Record<string, Order>>;

interface PageFilter {
  /** Each begins a word of the figure's names, in any case. */
  readonly words?: readonly string[] | undefined;
  readonly measure?: string | undefined;
  readonly status?: string | undefined;
  readonly agreement?: string | undefined;
}

export interface FigurePageFilter extends PageFilter {
  readonly order: keyof typeof figureOrders;
  /** The place behind which the page begins: `next` of the page before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

export interface FigurePage {
  readonly rows: readonly ShownFigure[];
  /** Where the next page begins; null on the last one. */
  readonly next: readonly string[] | null;
  /** How many there are on all pages. */
  readonly total: number;
  /** Whether there may be more than `total`, as nobody counted further. */
  readonly isMore: boolean;
}

/** A page of figures, found by where the page before ended: as quick in the middle as at the beginning, and no row is missed or shown twice. */
export async function listFigurePage(pool: pg.Pool, { order, after, limit, ...filter }: FigurePageFilter): Promise<FigurePage> {
  const { columns, descending }: Order = figureOrders[order];
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const fits = conditionsOf(filter, place);
  const behind = after === null ? [] : [`(${columns.join(', ')}) ${descending ? '<' : '>'} (${after.map(place).join(', ')})`];
  const { rows } = await pool.query<ShownFigure & { place: string[] }>(
    `SELECT figure_id, subject, counterparty, measure, definition, noun, period, status, unit, value, low, high, agreement, confidence,
            claim_count, independent_sources, first_reported, last_changed, ARRAY[${columns.map((column) => `(${column})::text`).join(', ')}] AS place
       FROM newsledger.figures
      WHERE ${['true', ...fits, ...behind].join(' AND ')}
      ORDER BY ${columns.map((column) => `${column}${descending ? ' DESC' : ''}`).join(', ')}
      LIMIT ${place(limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? (shown.at(-1)?.place ?? null) : null;
  // A list that ends on its first page is counted by that.
  const counted = after === null && next === null ? { total: shown.length, isMore: false } : await countFitting(pool, filter);
  return { rows: shown.map(({ place: _, ...figure }) => figure), next, ...counted };
}

function conditionsOf({ words = [], measure, status, agreement }: PageFilter, place: (value: unknown) => string): string[] {
  const equal = Object.entries({ measure, status, agreement }).flatMap(([column, value]) =>
    value === undefined ? [] : [`${column} = ${place(value)}`],
  );
  return words.length === 0 ? equal : [...equal, `figure_id IN (SELECT newsledger.figures_named(${place(words)}))`];
}

/** How many figures fit, as far as anybody counts. */
async function countFitting(pool: pg.Pool, filter: PageFilter): Promise<{ total: number; isMore: boolean }> {
  const values: unknown[] = [];
  const fits = conditionsOf(filter, (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<{ total: number }>(
    `SELECT count(*)::integer AS total
       FROM (SELECT FROM newsledger.figures WHERE ${['true', ...fits].join(' AND ')} LIMIT ${COUNTED_AT_MOST + 1}) AS fitting`,
    values,
  );
  const total = rows[0]?.total ?? 0;
  return { total: Math.min(total, COUNTED_AT_MOST), isMore: total > COUNTED_AT_MOST };
}

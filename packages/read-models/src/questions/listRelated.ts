import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

/** A figure about the same fact in another currency, and whether the two agree at the rate of their day. */
export interface CurrencyMatch {
  readonly other_figure_id: string;
  readonly other_unit: string;
  readonly other_value: string | null;
  readonly explanation: string;
}

/** What else is known of the same thing: other definitions, periods and statuses of the measure, and the same fact in other currencies. */
export async function listRelated(
  pool: pg.Pool,
  { figure_id, subject, counterparty, measure, noun }: FigureRow,
): Promise<{ figures: FigureRow[]; currencies: CurrencyMatch[]; deals: { deal_id: string; title: string }[] }> {
  const figures = await pool.query<FigureRow>(
    `SELECT *
       FROM newsledger.figures
      WHERE subject = $1 AND measure = $2 AND counterparty IS NOT DISTINCT FROM $3 AND noun IS NOT DISTINCT FROM $4 AND figure_id <> $5
      ORDER BY independent_sources DESC, period NULLS FIRST, figure_id
      LIMIT 12`,
    [subject, measure, counterparty, noun, figure_id],
  );
  const currencies = await pool.query<CurrencyMatch>(
    `SELECT other_figure_id, other_unit, other_value, explanation FROM newsledger.currency_matches WHERE figure_id = $1
     UNION ALL
     SELECT figure_id, unit, value, explanation FROM newsledger.currency_matches WHERE other_figure_id = $1`,
    [figure_id],
  );
  const deals = await pool.query<{ deal_id: string; title: string }>(
    `SELECT DISTINCT deals.deal_id, deals.title
       FROM newsledger.deal_figures JOIN newsledger.deals ON deals.deal_id = deal_figures.deal_id
      WHERE figure_id = $1
      ORDER BY deals.title, deals.deal_id`,
    [figure_id],
  );
  return { figures: figures.rows, currencies: currencies.rows, deals: deals.rows };
}

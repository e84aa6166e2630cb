import type pg from 'pg';
import { UsageError } from '../usageError.ts';
import { type FigureRow, selectFigures } from './figures.ts';

/**
 * The one figure that a person means: an id, the first characters of one, or words that name it.
 * @throws {UsageError} when none or several fit; the message lists them.
 */
export async function findFigure(pool: pg.Pool, words: readonly string[]): Promise<FigureRow> {
  const [first = ''] = words;
  if (words.length === 1 && /^[0-9a-f-]{4,36}$/.test(first)) {
    const { rows } = await pool.query<FigureRow>(
      `SELECT * FROM newsledger.figures WHERE figure_id::text LIKE $1 || '%' ORDER BY figure_id LIMIT 9`,
      [first],
    );
    return only(rows, first);
  }
  return only(await selectFigures(pool, { words, limit: 9 }), words.join(' '));
}

function only(rows: readonly FigureRow[], asked: string): FigureRow {
  const [row, ...others] = rows;
  if (row === undefined) throw new UsageError(`No figure fits "${asked}". "newsledger figures" lists them with their ids.`);
  if (others.length === 0) return row;
  const list = rows
    .slice(0, 8)
    .map(
      (other) =>
        `  ${other.figure_id.slice(0, 8)}  ${[other.subject, other.counterparty, other.measure, other.definition, other.period, other.status].filter(Boolean).join(', ')}`,
    );
  throw new UsageError(`Several figures fit "${asked}"; name one by its id:\n${list.join('\n')}${rows.length > 8 ? '\n  …' : ''}`);
}

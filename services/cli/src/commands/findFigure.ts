import { type FigureRow, listFigures } from '@newsledger/read-models';
import type pg from 'pg';
import { UsageError } from '../usageError.ts';

export interface FoundFigure {
  readonly figure: FigureRow;
  /** Others that the words fit too, less well witnessed. */
  readonly others: readonly FigureRow[];
}

/** An id or its beginning, as the tables show it. */
const ID = /^[0-9a-f]{4,8}(-[0-9a-f-]*)?$/;
const MAX_OTHERS = 8;

/**
 * The figure that a person means: an id, the first characters of one, or words that name it. When the words fit several, it is the one whose
 * whole name they are, in any order, or else the best witnessed.
 * @throws {UsageError} when none fits, or an id's beginning is that of several.
 */
export async function findFigure(pool: pg.Pool, words: readonly string[]): Promise<FoundFigure> {
  const [first = ''] = words;
  const asked = words.join(' ');
  if (words.length === 1 && ID.test(first)) {
    const { rows } = await pool.query<FigureRow>(
      `SELECT * FROM newsledger.figures WHERE figure_id::text LIKE $1 || '%' ORDER BY figure_id LIMIT 2`,
      [first],
    );
    const [figure, second] = rows;
    if (second !== undefined) throw new UsageError(`Several ids begin with "${asked}"; write more of it.`);
    if (figure !== undefined) return { figure, others: [] };
  }
  const { rows } = await listFigures(pool, { words, limit: MAX_OTHERS + 1 });
  const [figure, ...others] = rows;
  if (figure === undefined) throw new UsageError(`No figure fits "${asked}". "newsledger figures" lists them with their ids.`);
  const called = rows.filter((row) => wordsOf(nameOf(row)) === wordsOf(asked));
  return called[0] !== undefined && called.length === 1 ? { figure: called[0], others: [] } : { figure, others };
}

/** Words in one order, whoever said them in which. */
function wordsOf(text: string): string {
  return text.toLowerCase().split(/\s+/).sort().join(' ');
}

function nameOf({ subject, counterparty, measure, definition, period, status }: FigureRow): string {
  return [subject, counterparty, measure, definition, period, status].filter(Boolean).join(' ');
}

/** One line that names a figure: `d05c5a7e  OpenAI, Oracle, deal_value, actual`. */
export function describeFigure({ figure_id, subject, counterparty, measure, definition, period, status }: FigureRow): string {
  return `${figure_id.slice(0, 8)}  ${[subject, counterparty, measure, definition, period, status].filter(Boolean).join(', ')}`;
}

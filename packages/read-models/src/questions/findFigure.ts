import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

/** The figure of this id, explained together with what doesn't fit it; null when there is none. */
export async function findFigure(pool: pg.Pool, figureId: string): Promise<FigureRow | null> {
  const { rows } = await pool.query<FigureRow & { tension: string | null }>(
    'SELECT figures.*, newsledger.tension_words(figure_id) AS tension FROM newsledger.figures WHERE figure_id = $1',
    [figureId],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const { tension, ...figure } = found;
  return tension === null ? figure : { ...figure, explanation: `${figure.explanation} ${tension}` };
}

/** The figures of these ids that there are, in the order of the ids. */
export async function findFigures(pool: pg.Pool, figureIds: readonly string[]): Promise<FigureRow[]> {
  const { rows } = await pool.query<FigureRow>(
    'SELECT * FROM newsledger.figures WHERE figure_id = ANY ($1) ORDER BY array_position($1::uuid[], figure_id)',
    [figureIds],
  );
  return rows;
}

import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

/** The figure of this id; null when there is none. */
export async function findFigure(pool: pg.Pool, figureId: string): Promise<FigureRow | null> {
  const { rows } = await pool.query<FigureRow>('SELECT * FROM newsledger.figures WHERE figure_id = $1', [figureId]);
  return rows[0] ?? null;
}

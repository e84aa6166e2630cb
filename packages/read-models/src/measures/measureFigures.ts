import type pg from 'pg';

/** Number of reconciled figures, by agreement. Reads an index of all of them: not to be asked every few seconds. */
export async function measureFigures(pool: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ agreement: string; figures: number }>(
    'SELECT agreement, count(*)::integer AS figures FROM newsledger.figures GROUP BY agreement',
  );
  return Object.fromEntries(rows.map(({ agreement, figures }) => [agreement, figures]));
}

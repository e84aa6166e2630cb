import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

/** A row of `newsledger.entities`. */
export interface EntityRow {
  readonly entity: string;
  readonly aliases: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
  readonly figure_count: number;
  readonly deal_count: number;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly parts: readonly string[] | null;
  readonly described_by: string | null;
}

/** Entities whose name or alias holds all the words, those with most figures and deals first. */
export async function listEntities(pool: pg.Pool, { words, limit }: { words: readonly string[]; limit: number }): Promise<EntityRow[]> {
  const { rows } = await pool.query<EntityRow>(
    `SELECT *
       FROM newsledger.entities
      WHERE NOT EXISTS (
              SELECT FROM unnest($1::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', entity, array_to_string(aliases, ' '))), lower(word)) = 0)
      ORDER BY figure_count + deal_count DESC, entity
      LIMIT $2`,
    [words, limit],
  );
  return rows;
}

/** One entity by its canonical name or an alias; null when nothing is known of it. */
export async function findEntity(pool: pg.Pool, name: string): Promise<EntityRow | null> {
  const { rows } = await pool.query<EntityRow>(
    'SELECT * FROM newsledger.entities WHERE entity = $1 OR $1 = ANY (aliases) ORDER BY entity = $1 DESC LIMIT 1',
    [name],
  );
  return rows[0] ?? null;
}

/** Figures that an entity is the subject or the other side of, by measure and then in the order of the time that they are about. */
export async function listFiguresOf(pool: pg.Pool, entity: string, limit: number): Promise<FigureRow[]> {
  const { rows } = await pool.query<FigureRow>(
    `SELECT *
       FROM newsledger.figures
      WHERE subject = $1 OR counterparty = $1
      ORDER BY measure, period_from NULLS FIRST, status, figure_id
      LIMIT $2`,
    [entity, limit],
  );
  return rows;
}

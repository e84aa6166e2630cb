import type pg from 'pg';

/** A change of a figure's value or agreement. */
export interface Change {
  readonly changed_at: Date;
  readonly figure_id: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  readonly period: string | null;
  readonly status: string;
  readonly unit: string;
  readonly old_value: string | null;
  readonly value: string | null;
  readonly old_agreement: string | null;
  readonly agreement: string | null;
  readonly live: boolean;
  readonly cause: string | null;
  readonly article_url: string | null;
}

/** The latest changes after a moment, the latest first. */
export async function listChanges(pool: pg.Pool, since: Date, limit: number): Promise<Change[]> {
  const { rows } = await pool.query<Change>(`SELECT * FROM newsledger.changes_since($1) ORDER BY "position" DESC, figure_id LIMIT $2`, [
    since,
    limit,
  ]);
  return rows;
}

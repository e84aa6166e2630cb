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
  /** Where in the log its event is. */
  readonly position: string;
}

/** The last change of a page: its place in the log, and its figure. */
type ChangePlace = readonly [position: string, figureId: string];

export interface ChangePage {
  readonly rows: readonly Change[];
  /** Behind which the next page begins; null on the last one. */
  readonly next: ChangePlace | null;
}

/** A page of the changes after a moment, the latest first. @param after the place behind which it begins; null for the first page. */
export async function listChanges(pool: pg.Pool, since: Date, after: ChangePlace | null, limit: number): Promise<ChangePage> {
  const [position, figureId] = after ?? [null, null];
  const { rows } = await pool.query<Change>(
    `SELECT *
       FROM newsledger.changes_since($1)
      WHERE $2::bigint IS NULL
         OR (-"position", figure_id) > (-$2::bigint, $3::uuid)
      ORDER BY "position" DESC, figure_id
      LIMIT $4`,
    [since, position, figureId, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? [last.position, last.figure_id] : null };
}

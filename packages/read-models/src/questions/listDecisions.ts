import type pg from 'pg';

/** A row of `newsledger.human_decisions`: what one person decided, when and why. */
export interface DecisionRow {
  readonly decided_at: Date;
  /** `pin`, `judge`, `entity merge`, or the command that was given, such as `source remove`. */
  readonly decision: string;
  readonly decided_by: string | null;
  /** Ids of figures, claims, articles, sources or jobs, or names of entities. */
  readonly about: readonly string[];
  readonly reason: string;
}

export interface DecisionFilter {
  /** Each stands in the decision, its reason, who decided or what it is about, in capitals or not. */
  readonly words: readonly string[];
  /** Who decided, exactly. */
  readonly by?: string;
  /** Null is all of them. */
  readonly limit: number | null;
}

/** What people decided, the latest first. */
export async function listDecisions(pool: pg.Pool, { words, by, limit }: DecisionFilter): Promise<DecisionRow[]> {
  const { rows } = await pool.query<DecisionRow>(
    `SELECT *
       FROM newsledger.human_decisions
      WHERE ($1::text IS NULL OR decided_by = $1)
        AND NOT EXISTS (
              SELECT FROM unnest($2::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', decision, decided_by, reason, array_to_string(about, ' '))), lower(word)) = 0)
      ORDER BY decided_at DESC, position DESC NULLS FIRST
      LIMIT $3`,
    [by ?? null, words, limit],
  );
  return rows;
}

import type pg from 'pg';

/** A row of `newsledger.sources`, as far as it is shown to people. */
export interface SourceRow {
  readonly source_id: string;
  readonly name: string;
  readonly url: string;
  readonly kind: string | null;
  readonly primary_for: readonly string[];
  readonly health: string;
  readonly last_error: string | null;
  readonly failures: number;
  readonly last_polled_at: Date | null;
  readonly next_poll_at: Date | null;
  readonly next_poll_why: string | null;
  readonly problems: readonly string[] | null;
  readonly article_count: number;
  readonly newest_article_at: Date | null;
}

/** What is followed: what needs a look first, then by name. */
export async function listSources(pool: pg.Pool): Promise<SourceRow[]> {
  const { rows } = await pool.query<SourceRow>(
    `SELECT *
       FROM newsledger.sources
      ORDER BY array_position(ARRAY['degraded', 'failing', 'new', 'healthy', 'retired', 'removed'], health), name, source_id`,
  );
  return rows;
}

/** One source by its id; null when none was ever declared under it. */
export async function findSource(pool: pg.Pool, sourceId: string): Promise<SourceRow | null> {
  const { rows } = await pool.query<SourceRow>('SELECT * FROM newsledger.sources WHERE source_id = $1', [sourceId]);
  return rows[0] ?? null;
}

/** Articles of a source on one day. */
export interface ArticleDay {
  readonly day: string;
  readonly articles: number;
}

/** How many articles of a source came out on each of its last days (UTC), the latest first. */
export async function countArticlesByDay(pool: pg.Pool, sourceId: string, days: number): Promise<ArticleDay[]> {
  const { rows } = await pool.query<ArticleDay>(
    `SELECT (published_at AT TIME ZONE 'UTC')::date::text AS day, count(*)::int AS articles
       FROM newsledger.articles
      WHERE source_id = $1 AND published_at IS NOT NULL
      GROUP BY 1
      ORDER BY 1 DESC
      LIMIT $2`,
    [sourceId, days],
  );
  return rows;
}

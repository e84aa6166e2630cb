import type pg from 'pg';

/** A row of `newsledger.articles`, as far as it is shown to people. */
export interface ArticleRow {
  readonly article_id: string;
  readonly source: string;
  readonly source_id: string;
  readonly canonical_url: string;
  readonly title: string;
  readonly byline: readonly string[];
  readonly published_at: Date | null;
  readonly modified_at: Date | null;
  readonly wire_credit: string | null;
  readonly correction_note: string | null;
  readonly status: string;
  readonly status_reason: string | null;
  readonly revision: number;
  readonly word_count: number | null;
  readonly claim_count: number;
  readonly unplaced_count: number;
  readonly extracted_at: Date | null;
}

/** One article by its id; null when the log knows none. */
export async function findArticle(pool: pg.Pool, articleId: string): Promise<ArticleRow | null> {
  const { rows } = await pool.query<ArticleRow>('SELECT * FROM newsledger.articles WHERE article_id = $1', [articleId]);
  return rows[0] ?? null;
}

/** Articles that a source listed first, the newest first. */
export async function listArticlesOf(pool: pg.Pool, sourceId: string, limit: number): Promise<ArticleRow[]> {
  const { rows } = await pool.query<ArticleRow>(
    'SELECT * FROM newsledger.articles WHERE source_id = $1 ORDER BY published_at DESC NULLS LAST, article_id LIMIT $2',
    [sourceId, limit],
  );
  return rows;
}

import type pg from 'pg';

/** What was read in one article: a claim with all its fields, placed or not. */
export interface ArticleClaim {
  readonly claim_id: string;
  readonly kind: 'figure' | 'deal';
  readonly figure_id: string | null;
  readonly deal_id: string | null;
  readonly quote: string;
  readonly sentence: string;
  readonly quote_start: number;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly status: string;
  readonly period: string | null;
  readonly speaker: string | null;
  readonly verdict: string;
  readonly reason: string | null;
  readonly certainty: string | null;
  readonly revision: number;
  readonly subject: string | null;
  readonly counterparty: string | null;
  readonly measure: string | null;
  readonly type: string | null;
  readonly parties: readonly { readonly role: string; readonly entity: string }[];
}

/** Claims of an article's latest reading, in the order of its text; those that a newer revision or extractor replaced are left out. */
export async function listArticleClaims(pool: pg.Pool, articleId: string): Promise<ArticleClaim[]> {
  const { rows } = await pool.query<ArticleClaim>(
    `SELECT claim_id, kind, figure_id, deal_id, quote, sentence, quote_start, value, low, high, unit, status, period, speaker, verdict, reason,
            certainty, revision, taken_for ->> 'subject' AS subject, taken_for ->> 'counterparty' AS counterparty,
            taken_for ->> 'measure' AS measure, taken_for ->> 'type' AS type, coalesce(taken_for -> 'parties', '[]') AS parties
       FROM newsledger.claims
      WHERE article_id = $1
        AND revision = (SELECT max(revision) FROM newsledger.claims WHERE article_id = $1)
        AND (verdict <> 'withdrawn' OR reason IS DISTINCT FROM 'A newer extractor read the article again.')
      ORDER BY quote_start, kind DESC, claim_id`,
    [articleId],
  );
  return rows;
}

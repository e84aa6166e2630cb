import type pg from 'pg';

/** What can be news of a figure. */
export const newsKinds = ['appeared', 'changed', 'disputed', 'settled', 'agreement', 'gone'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** A row of `newsledger.figure_news`. Amounts are exact decimals as text. */
export interface FigureNews {
  readonly figure_id: string;
  /** Place in the log, as text. */
  readonly position: string;
  readonly event_id: string;
  readonly changed_at: Date;
  readonly kind: NewsKind;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly definition: string | null;
  readonly noun: string | null;
  readonly period: string | null;
  readonly status: string;
  readonly unit: string;
  readonly old_value: string | null;
  readonly old_low: string | null;
  readonly old_high: string | null;
  readonly old_agreement: string | null;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly agreement: string | null;
  readonly confidence: string | null;
  readonly claim_count: number;
  readonly independent_sources: number;
  readonly explanation: string;
  readonly cause: string | null;
  readonly article_id: string | null;
  readonly article_url: string | null;
  readonly article_title: string | null;
}

export interface NewsFilter {
  readonly figureId?: string | undefined;
  /** Canonical name of the subject or of the other side. */
  readonly about?: string | undefined;
  readonly limit: number;
}

/** The latest news that fits, the latest first. */
export async function listFigureNews(pool: pg.Pool, { figureId, about, limit }: NewsFilter): Promise<FigureNews[]> {
  const { rows } = await pool.query<FigureNews>(
    `SELECT *
       FROM newsledger.figure_news
      WHERE ($1::uuid IS NULL OR figure_id = $1)
        AND ($2::text IS NULL OR subject = $2 OR counterparty = $2)
      ORDER BY position DESC, figure_id
      LIMIT $3`,
    [figureId ?? null, about ?? null, limit],
  );
  return rows;
}

import type pg from 'pg';
import type { FigureRow } from './listFigures.ts';

/** A row of `newsledger.deals` with its parties. */
export interface DealRow {
  readonly deal_id: string;
  readonly type: string;
  readonly title: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly value_definition: string | null;
  readonly term_years: string | null;
  readonly status: string;
  readonly announced_on: string | null;
  readonly agreement: string | null;
  readonly claim_count: number;
  readonly independent_sources: number;
  readonly explanation: string;
  readonly parties: readonly { readonly role: string; readonly entity: string; readonly parent: string | null }[];
}

export interface DealFilter {
  /** All must be found in type, status, title or a party's name. */
  readonly words?: readonly string[];
  readonly dealId?: string;
  /** Null for all rows. */
  readonly limit: number | null;
}

/** Deals that fit, best witnessed first. */
export async function listDeals(pool: pg.Pool, { words = [], dealId, limit }: DealFilter): Promise<DealRow[]> {
  const { rows } = await pool.query<DealRow>(
    `SELECT deal.*, party.parties
       FROM newsledger.deals AS deal
      CROSS JOIN LATERAL (
             SELECT coalesce(json_agg(json_build_object('role', role, 'entity', entity, 'parent', parent) ORDER BY role, entity), '[]') AS parties
               FROM newsledger.deal_parties
              WHERE deal_id = deal.deal_id) AS party
      WHERE ($3::uuid IS NULL OR deal.deal_id = $3)
        AND NOT EXISTS (
              SELECT FROM unnest($1::text[]) AS word
               WHERE strpos(lower(concat_ws(' ', deal.type, deal.status, deal.title, party.parties::text)), lower(word)) = 0)
      ORDER BY independent_sources DESC, claim_count DESC, announced_on DESC NULLS LAST, deal_id
      LIMIT $2`,
    [words, limit, dealId ?? null],
  );
  return rows;
}

/** A step of a deal's story, in the order of the news. */
export interface DealStage {
  readonly status: string;
  readonly reported_on: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
  readonly claim_count: number;
}

export async function listDealStages(pool: pg.Pool, dealId: string): Promise<DealStage[]> {
  const { rows } = await pool.query<DealStage>(`SELECT * FROM newsledger.deal_stages WHERE deal_id = $1 ORDER BY reported_on, status`, [
    dealId,
  ]);
  return rows;
}

/** A report of a deal, or of a figure that belongs to it. */
export interface DealClaim {
  readonly kind: string;
  readonly source: string;
  readonly published_at: Date | null;
  readonly status: string;
  readonly sentence: string;
  readonly article_url: string;
  readonly article_title: string;
  readonly figure_id: string | null;
  readonly verdict: string;
  readonly reason: string | null;
  readonly article_id: string;
  /** The deal's value as this report has it; all null where it tells none. */
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string | null;
}

/** Reports of a deal, the first published first. */
export async function listDealClaims(pool: pg.Pool, dealId: string): Promise<DealClaim[]> {
  const { rows } = await pool.query<DealClaim>(
    `SELECT kind, source, published_at, status, sentence, article_url, article_title, figure_id, verdict, reason, article_id,
            value, low, high, unit
       FROM newsledger.claims_of_deal($1)
      WHERE kind = 'deal' AND verdict NOT IN ('withdrawn', 'superseded')
      ORDER BY published_at NULLS LAST, claim_id`,
    [dealId],
  );
  return rows;
}

/** The figures that belong to a deal, such as its value and its term: those with the most witnesses first. */
export async function listDealFigures(pool: pg.Pool, dealId: string): Promise<FigureRow[]> {
  const { rows } = await pool.query<FigureRow>(
    `SELECT *
       FROM newsledger.figures
      WHERE figure_id IN (SELECT figure_id FROM newsledger.deal_figures WHERE deal_id = $1)
      ORDER BY independent_sources DESC, measure, period NULLS FIRST, figure_id`,
    [dealId],
  );
  return rows;
}

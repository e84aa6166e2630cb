import type pg from 'pg';

/** What a ledger says of the news, row by row: its log and its tables, in an order that is part of it. */
export type LedgerFacts = Readonly<Record<string, readonly string[]>>;

/**
 * Events in the order of their streams, without positions and times; those left out tell how the publishers' servers fared. A page that could
 * not be had for a while is no news either.
 */
const LOG = `
  SELECT row_number() OVER (PARTITION BY stream ORDER BY stream_version) || ' ' || stream || ' ' || type || ' ' || schema_version || ' ' || id || ' ' || data AS row
    FROM ledger.events
   WHERE type NOT IN ('SourceDegraded', 'SourceRecovered')
     AND NOT (type = 'ArticleUnavailable' AND data->>'reason' IN ('unreachable', 'timeout'))
   ORDER BY stream, stream_version`;

/**
 * Everything that two ledgers have in common which read the same news, whenever and in whatever order. Left out is what says when this database
 * came to know it; and a deal is named by the report that happened to come first, so it is called by its least claim here. A withdrawn claim
 * stays with the deal that it was withdrawn from, whichever that was then.
 */
export async function ledgerFacts(pool: pg.Pool): Promise<LedgerFacts> {
  return { log: (await pool.query<{ row: string }>(LOG)).rows.map(({ row }) => row), ...(await tableFacts(pool)) };
}

/** The same of the tables alone. */
export async function tableFacts(pool: pg.Pool): Promise<LedgerFacts> {
  const { rows: deals } = await pool.query<{ deal_id: string; name: string }>(
    `SELECT deal_id, 'deal of ' || min(claim_id::text) AS name FROM newsledger.claims WHERE deal_id IS NOT NULL AND verdict <> 'withdrawn' GROUP BY deal_id`,
  );
  const names = new Map(deals.map(({ deal_id, name }) => [deal_id, name]));
  const rows = async (view: string, without: string) => {
    const found = await pool.query<{ row: string }>(
      `SELECT (row - CASE WHEN row->>'verdict' = 'withdrawn' THEN '{deal_id}' ELSE '{}' END::text[])::text AS row
         FROM (SELECT to_jsonb(view) - $1::text[] AS row FROM newsledger.${view} AS view) AS compared`,
      [without.split(' ')],
    );
    return found.rows.map(({ row }) => row.replace(/[0-9a-f-]{36}/g, (id) => names.get(id) ?? id)).toSorted();
  };
  return {
    figures: await rows('figures', 'first_recorded last_changed'),
    claims: await rows('claims', 'recorded_at'),
    deals: await rows('deals', 'first_recorded last_changed'),
    parties: await rows('deal_parties', ''),
    articles: await rows('articles', 'discovered_at captured_at extracted_at withdrawn_at'),
  };
}

import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What is hashed: every public row that is derived from the log, in an order that is part of its content. */
const EVERYTHING = [
  'SELECT * FROM newsledger.figures ORDER BY figure_id',
  'SELECT * FROM newsledger.claims ORDER BY claim_id',
  'SELECT * FROM newsledger.deals ORDER BY deal_id',
  'SELECT * FROM newsledger.deal_parties ORDER BY deal_id, role, entity',
  'SELECT * FROM newsledger.deal_stages ORDER BY deal_id, reported_on, status',
  'SELECT * FROM newsledger.deal_figures ORDER BY deal_id, figure_id',
  'SELECT * FROM newsledger.disagreements ORDER BY figure_id, rival_low, rival_high, rival_value, rival_figure_id, kind_words',
  'SELECT * FROM newsledger.figure_history ORDER BY figure_id, position',
  'SELECT * FROM newsledger.deal_history ORDER BY deal_id, position',
  'SELECT * FROM newsledger.outliers ORDER BY figure_id, rival_low, rival_high, rival_value',
  'SELECT * FROM newsledger.articles ORDER BY article_id',
  'SELECT * FROM newsledger.article_revisions ORDER BY article_id, revision',
  `SELECT source_id, name, url, kind, primary_for, every_seconds, declared_by, degraded_since, article_count, newest_article_at, registered_at, changed_at,
          removed_at
   FROM newsledger.sources ORDER BY source_id`,
  'SELECT * FROM newsledger.entities ORDER BY entity',
  'SELECT * FROM newsledger.measures ORDER BY measure',
  'SELECT * FROM newsledger.audits ORDER BY position, claim_id',
  'SELECT * FROM newsledger.reliability ORDER BY source_id, measure_class',
  'SELECT * FROM newsledger.reliability_history ORDER BY epoch, source_id, measure_class',
  'SELECT * FROM newsledger.extractor_reliability ORDER BY extractor, measure_class',
  'SELECT * FROM newsledger.copying ORDER BY source_id',
  'SELECT * FROM newsledger.habits ORDER BY measure, source_id',
  'SELECT * FROM newsledger.exchange_rates ORDER BY base, quote, rate_date',
  'SELECT * FROM newsledger.currency_matches ORDER BY figure_id, other_figure_id',
];

/** What two runs over the same news have in common, whenever and in whatever order they read it. A deal's id names who was read first. */
const FACTS = [
  `SELECT to_jsonb(figures) - '{first_recorded,last_changed}'::text[] FROM newsledger.figures ORDER BY figure_id`,
  `SELECT to_jsonb(claims) - '{recorded_at,deal_id}'::text[] FROM newsledger.claims ORDER BY claim_id`,
  `SELECT to_jsonb(deals) - '{deal_id,first_recorded,last_changed}'::text[] AS deal,
          (SELECT jsonb_agg(to_jsonb(party) - 'deal_id' ORDER BY role, entity) FROM newsledger.deal_parties AS party
            WHERE party.deal_id = deals.deal_id) AS parties,
          (SELECT jsonb_agg(to_jsonb(stage) - 'deal_id' ORDER BY reported_on, status) FROM newsledger.deal_stages AS stage
            WHERE stage.deal_id = deals.deal_id) AS stages
   FROM newsledger.deals ORDER BY 1, 2`,
];

/**
 * SHA-256 in hexadecimal of the public rows.
 * @param scope `everything` tells whether a rebuild gave the same tables; `facts` leaves out history and recorded times, so that two
 * databases that read the same articles can be compared.
 */
export async function contentHash(database: pg.Pool | pg.PoolClient, scope: 'everything' | 'facts' = 'everything'): Promise<string> {
  const hash = createHash('sha256');
  const client = 'totalCount' in database ? await database.connect() : database;
  try {
    // All from one moment, whatever is written meanwhile.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL TimeZone = 'UTC'");
    for (const [index, query] of (scope === 'everything' ? EVERYTHING : FACTS).entries())
      hash.update(await digestOf(client, `read-models.hash_${scope}_${index}`, query));
    await client.query('COMMIT');
  } finally {
    if (client !== database) client.release();
  }
  return hash.digest('hex');
}

async function digestOf(client: pg.PoolClient, name: string, query: string): Promise<string> {
  const { rows } = await client.query<{ digest: string }>({
    name,
    text: `SELECT count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(row_text, E'\\n'), 'UTF8')), 'hex'), '') AS digest
     FROM (SELECT encode(sha256(convert_to(ordered::text, 'UTF8')), 'hex') AS row_text FROM (${query}) AS ordered) AS texts`,
  });
  return `${rows[0]?.digest}\n`;
}

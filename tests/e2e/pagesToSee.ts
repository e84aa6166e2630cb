import type pg from 'pg';

/** The pages that a person may open. */
export const pageNames = [
  'overview',
  'figures',
  'figures-found',
  'figure',
  'figure-moved',
  'compare',
  'compare-units',
  'compare-none',
  'disagreements',
  'deals',
  'deal',
  'reliability',
  'changes',
  'decisions',
  'entities',
  'entity',
  'sources',
  'source',
  'article',
  'measures',
  'pipeline',
  'read',
  'read-quantities',
  'read-claims',
] as const;

/** Those that only whoever has the admin token may open. */
export const adminPageNames = ['corrections', 'correct-figure', 'judge-claim'] as const;

/** Where those pages are of the sample ledger, by their names. */
export async function pagesToSee(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows: figures } = await pool.query<{ figure_id: string; name: string }>(
    `SELECT figure_id, 'figure' AS name FROM newsledger.figures
      WHERE (subject, counterparty, measure, status) = ('OpenAI', 'Amazon Web Services', 'deal_value', 'actual')
     UNION ALL
     (SELECT figure_id, 'figure-moved' FROM newsledger.figure_history WHERE live GROUP BY figure_id ORDER BY count(DISTINCT value) DESC, figure_id LIMIT 1)`,
  );
  const { rows: alike } = await pool.query<{ ids: string[] }>(
    `SELECT (array_agg(figure_id ORDER BY claim_count DESC, figure_id))[1:3] AS ids FROM newsledger.figures
      WHERE measure = 'revenue' AND unit = 'USD' GROUP BY subject ORDER BY count(*) DESC, subject LIMIT 1`,
  );
  const { rows: mixed } = await pool.query<{ figure_id: string }>(
    `SELECT DISTINCT ON (unit) figure_id FROM newsledger.figures WHERE unit IN ('USD', '%') ORDER BY unit, claim_count DESC, figure_id`,
  );
  const { rows: articles } = await pool.query<{ article_id: string; source_id: string }>(
    'SELECT article_id, source_id FROM newsledger.articles ORDER BY claim_count DESC, article_id LIMIT 1',
  );
  const { rows: deals } = await pool.query<{ deal_id: string }>(
    'SELECT deal_id FROM newsledger.deal_stages GROUP BY deal_id ORDER BY count(*) DESC, deal_id LIMIT 1',
  );
  const { rows: claims } = await pool.query<{ claim_id: string; figure_id: string }>(
    `SELECT claim_id, figure_id FROM newsledger.claims WHERE kind = 'figure' AND verdict = 'loses' ORDER BY claim_id LIMIT 1`,
  );
  const compared = (ids: readonly (string | undefined)[]) => `/compare?${ids.map((id) => `figure=${id}`).join('&')}`;
  return new Map([
    ['overview', '/?since=2000-01-01'],
    ['figures', '/figures'],
    ['figures-found', '/figures?q=openai&sort=changed'],
    ...figures.map(({ name, figure_id }): [string, string] => [name, `/figures/${figure_id}`]),
    ['compare', compared(alike[0]?.ids ?? [])],
    ['compare-units', compared(mixed.map(({ figure_id }) => figure_id))],
    ['compare-none', '/compare'],
    ['disagreements', '/disagreements'],
    ['deals', '/deals'],
    ['deal', `/deals/${deals[0]?.deal_id}`],
    ['reliability', '/reliability'],
    ['changes', '/changes?since=2000-01-01'],
    ['decisions', '/decisions'],
    ['entities', '/entities'],
    ['entity', '/entities/OpenAI'],
    ['sources', '/sources'],
    ['source', `/sources/${articles[0]?.source_id}`],
    ['article', `/articles/${articles[0]?.article_id}`],
    ['measures', '/measures'],
    ['pipeline', '/pipeline'],
    ['read', '/read'],
    ['read-quantities', '/read?example=quantities'],
    ['read-claims', '/read?example=claims'],
    ['corrections', '/admin?q=openai'],
    ['correct-figure', `/admin/figures/${claims[0]?.figure_id}`],
    ['judge-claim', `/admin/claims/${claims[0]?.claim_id}`],
  ]);
}

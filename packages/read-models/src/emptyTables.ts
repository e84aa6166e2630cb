import type pg from 'pg';

/** Every table that is derived from the log, but for the rules that they were made by. */
const TABLES = [
  'source',
  'article',
  'article_revision',
  'claim',
  'figure',
  'figure_history',
  'found_tension',
  'deal',
  'deal_history',
  'entity_name',
  'entity',
  'pin',
  'audit',
  'reliability',
  'reliability_history',
  'extractor_reliability',
  'copy_group',
  'habit',
  'exchange_rate',
] as const;

/**
 * Removes every row of the current generation. Rows are deleted, not truncated: readers are not locked out, and see the old rows until the
 * transaction ends.
 */
export async function emptyTables(client: pg.ClientBase): Promise<void> {
  const statements = TABLES.map((table) => `DELETE FROM projection.${table}`);
  // Nobody goes on with what was there.
  await client.query([...statements, 'UPDATE projection.folding SET turn = gen_random_uuid()'].join(';'));
}

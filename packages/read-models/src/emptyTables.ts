import type pg from 'pg';

/** Every table that is derived from the log. */
const TABLES = [
  'source',
  'article',
  'article_revision',
  'claim',
  'figure',
  'figure_history',
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
 * Removes every row that is derived from the log. Rows are deleted, not truncated: readers are not locked out, and see the old rows until
 * the transaction ends.
 */
export async function emptyTables(client: pg.ClientBase): Promise<void> {
  await client.query(TABLES.map((table) => `DELETE FROM projection.${table}`).join(';'));
}

/** Gives the room of deleted rows back, and looks at what is there now; outside a transaction, and nobody waits for it. */
export async function vacuumTables(client: pg.ClientBase): Promise<void> {
  await client.query(`VACUUM (ANALYZE, TRUNCATE false) ${TABLES.map((table) => `projection.${table}`).join(', ')}`);
}

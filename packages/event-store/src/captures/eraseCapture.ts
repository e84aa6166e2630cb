import type pg from 'pg';

/**
 * Erases the bytes under a SHA-256 and notes that they were there; events that name it stay. Append ArticleWithdrawn as well, or the article
 * may be fetched again.
 * @returns false when there was nothing to erase.
 */
export async function eraseCapture(client: pg.Pool | pg.ClientBase, hash: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH gone AS (DELETE FROM ledger.captures WHERE hash = $1 RETURNING hash)
     INSERT INTO ledger.erased_captures (hash)
     SELECT hash FROM gone
     ON CONFLICT (hash) DO UPDATE SET erased_at = now()`,
    [hash],
  );
  return rowCount === 1;
}

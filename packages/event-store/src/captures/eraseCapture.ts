import type pg from 'pg';

/**
 * Erases the bytes under a SHA-256; events that name it stay. Append ArticleWithdrawn as well, or the article may be fetched again.
 * @returns false when there was nothing to erase.
 */
export async function eraseCapture(client: pg.Pool | pg.ClientBase, hash: string): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM ledger.captures WHERE hash = $1', [hash]);
  return rowCount === 1;
}

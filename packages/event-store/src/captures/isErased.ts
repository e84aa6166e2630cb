import type pg from 'pg';

/** Whether a capture was here once and was erased, by retention or because its article was; false for one that was never here. */
export async function isErased(client: pg.Pool | pg.ClientBase, hash: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM ledger.erased_captures WHERE hash = $1', [hash]);
  return rowCount === 1;
}

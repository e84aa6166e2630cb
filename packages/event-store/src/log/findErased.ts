import type pg from 'pg';

/** Those of the streams that were erased: nothing is to be appended to them any more. */
export async function findErased(client: pg.Pool | pg.ClientBase, streams: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ stream: string }>({
    name: 'ledger.find_erased',
    text: 'SELECT DISTINCT stream FROM ledger.erasures WHERE stream = ANY ($1::text[])',
    values: [streams],
  });
  return new Set(rows.map(({ stream }) => stream));
}

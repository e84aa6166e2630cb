import type pg from 'pg';

export interface ErasureOrder {
  /** Who asked for it, up to 200 characters; kept for ever, as is the reason (up to 600). */
  readonly by: string;
  readonly reason: string;
}

/**
 * Erases what the events of an article's stream said: each becomes an `EventErased` at its place, with its id, version and time. Append
 * ArticleWithdrawn in the same transaction, so that those who follow the log learn of it.
 * @returns how many events lost what they said.
 */
export async function eraseStream(client: pg.ClientBase, stream: string, { by, reason }: ErasureOrder): Promise<number> {
  const { rows } = await client.query<{ erased: number }>('SELECT ledger.erase_stream($1, $2, $3) AS erased', [stream, by, reason]);
  return rows[0]?.erased ?? 0;
}

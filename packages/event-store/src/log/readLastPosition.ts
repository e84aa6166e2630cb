import type pg from 'pg';

/** Position of the last committed event; 0n in an empty log. */
export async function readLastPosition(client: pg.Pool | pg.ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ last: string }>({
    name: 'ledger.last_position',
    text: 'SELECT coalesce(max(position), 0) AS last FROM ledger.events',
  });
  return BigInt(rows[0]?.last ?? 0);
}

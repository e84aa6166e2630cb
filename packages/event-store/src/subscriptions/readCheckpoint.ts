import type pg from 'pg';

/** The position up to which a subscription has done its work; 0n when it has never begun. */
export async function readCheckpoint(client: pg.Pool | pg.ClientBase, name: string): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>({
    name: 'ledger.read_checkpoint',
    text: 'SELECT position FROM ledger.checkpoints WHERE name = $1',
    values: [name],
  });
  return BigInt(rows[0]?.position ?? 0);
}

import type pg from 'pg';

/** Reads a checkpoint and keeps everybody else from changing it until the transaction ends. */
export async function lockCheckpoint(client: pg.ClientBase, name: string): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>({
    name: 'ledger.lock_checkpoint',
    text: `INSERT INTO ledger.checkpoints AS c (name, position)
           VALUES ($1, 0)
           ON CONFLICT (name) DO UPDATE SET position = c.position
           RETURNING c.position`,
    values: [name],
  });
  return BigInt(rows[0]?.position ?? 0);
}

import type pg from 'pg';

/**
 * Sets how far a subscription has come. Subscriptions do it themselves; use it to start one over (0n), in the transaction that
 * empties what the subscription filled. A runner at work then goes on from there.
 */
export async function saveCheckpoint(client: pg.Pool | pg.ClientBase, name: string, position: bigint): Promise<void> {
  await client.query({
    name: 'ledger.save_checkpoint',
    text: `INSERT INTO ledger.checkpoints (name, position)
           VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET position = excluded.position, updated_at = now()`,
    values: [name, position],
  });
}

import type pg from 'pg';

/** How often a parked event was tried, and since when it waits. */
export interface FormerParking {
  readonly position: bigint;
  readonly stream: string;
  readonly attempts: number;
  readonly parkedAt: Date;
}

/** Whether a subscription has parked anything. */
export async function hasParked(client: pg.ClientBase, subscription: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM ledger.parked_events WHERE subscription = $1 LIMIT 1', [subscription]);
  return rowCount === 1;
}

/** Parks nothing any more for a subscription: in the transaction that handles the whole log anew. @returns what was parked. */
export async function forgetParked(client: pg.ClientBase, subscription: string): Promise<FormerParking[]> {
  const { rows } = await client.query<{ position: string; stream: string; attempts: number; parkedAt: Date }>(
    `DELETE FROM ledger.parked_events WHERE subscription = $1 RETURNING position, stream, attempts, parked_at AS "parkedAt"`,
    [subscription],
  );
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
}

/** Counts earlier attempts, too, where what was parked before is parked again. */
export async function rememberAttempts(client: pg.ClientBase, subscription: string, former: readonly FormerParking[]): Promise<void> {
  if (former.length === 0) return;
  await client.query(
    `UPDATE ledger.parked_events AS parked
        SET attempts = parked.attempts + former.attempts, parked_at = former.parked_at
       FROM unnest($2::bigint[], $3::integer[], $4::timestamptz[]) AS former (position, attempts, parked_at)
      WHERE parked.subscription = $1 AND parked.position = former.position`,
    [subscription, former.map(({ position }) => position), former.map(({ attempts }) => attempts), former.map(({ parkedAt }) => parkedAt)],
  );
}

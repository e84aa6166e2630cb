import type pg from 'pg';

export interface SafePosition {
  /** Nothing at or below it can appear later. */
  readonly safe: bigint;
  /** The greatest position that any writer took; above `safe` while a writer is at work. */
  readonly givenOut: bigint;
}

/** How far the log can be read without skipping what a running transaction has yet to commit. */
export async function readSafePosition(client: pg.Pool | pg.ClientBase): Promise<SafePosition> {
  const { rows } = await client.query<{ safe: string; given_out: string }>({
    name: 'ledger.safe_position',
    text: 'SELECT safe, given_out FROM ledger.safe_position()',
  });
  const row = rows[0];
  if (row === undefined) throw new Error('ledger.safe_position gave no answer');
  return { safe: BigInt(row.safe), givenOut: BigInt(row.given_out) };
}

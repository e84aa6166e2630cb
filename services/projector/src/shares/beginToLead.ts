import type { EventStore } from '@newsledger/event-store';
import type pg from 'pg';
import { cutOff } from './cutOff.ts';
import { finishRound } from './finishRound.ts';

/** What a process does before the first batch that it leads: it ends the round of the one before, and forgets shares where there are none any more. */
export async function beginToLead(
  client: pg.PoolClient,
  { pool, store, shares }: { readonly pool: pg.Pool; readonly store: EventStore; readonly shares: number },
): Promise<void> {
  await finishRound(client, pool, store);
  // Others go by it already when they hold shares, which they do before the first round.
  await client.query(`UPDATE projection.round SET shares = $1 WHERE stage = 'closed' AND shares <> $1`, [shares]);
  if (shares === 1) await client.query('DELETE FROM projection.share');
  else await client.query(cutOff('SESSION'));
}

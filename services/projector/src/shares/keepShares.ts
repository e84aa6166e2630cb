import type { AnyRecordedEvent } from '@newsledger/events';
import { createShareFolder, mayKeep, REST, type Round } from '@newsledger/read-models';
import type pg from 'pg';

/**
 * Keeps a round that was decided in all shares by key, one after the other, whoever holds them: what was kept already is left as it is, and who is
 * about to keep his is waited for.
 */
export async function keepShares(
  pool: pg.Pool,
  round: Pick<Round, 'number' | 'shares' | 'after' | 'upTo'>,
  events: readonly AnyRecordedEvent[],
): Promise<void> {
  for (let share = REST + 1; share <= round.shares; share++) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
      const isFolded = await createShareFolder(share, round.shares)(client, round, events);
      await client.query(isFolded && (await mayKeep(client, round.number)) ? 'COMMIT' : 'ROLLBACK');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

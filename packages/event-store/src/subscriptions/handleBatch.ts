import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import type { LogBatch } from '../log/readAll.ts';
import { lockCheckpoint } from './lockCheckpoint.ts';
import { saveCheckpoint } from './saveCheckpoint.ts';
import type { SubscriptionOptions } from './subscribe.ts';

/**
 * Handles a batch and moves the checkpoint in one transaction. Does nothing when somebody has moved the checkpoint meanwhile.
 * @returns where the checkpoint is now.
 */
export async function handleBatch(
  client: pg.PoolClient,
  { name, handle }: Pick<SubscriptionOptions, 'name' | 'handle'>,
  position: bigint,
  batch: LogBatch<AnyRecordedEvent>,
): Promise<bigint> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    const found = await lockCheckpoint(client, name);
    if (found === position) {
      if (batch.events.length > 0) await handle(client, batch.events);
      await saveCheckpoint(client, name, batch.upTo);
    }
    await client.query('COMMIT');
    return found === position ? batch.upTo : found;
  } catch (error) {
    // On a broken connection the server rolls back by itself.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

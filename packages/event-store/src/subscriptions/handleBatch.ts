import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import type { LogBatch } from '../log/readAll.ts';
import { handleParking, type ParkedEvent } from '../parking/handleParking.ts';
import { parkUnreadable } from '../parking/parkUnreadable.ts';
import type { Unreadable } from '../parking/readNext.ts';
import { lockCheckpoint } from './lockCheckpoint.ts';
import { saveCheckpoint } from './saveCheckpoint.ts';
import type { SubscriptionOptions } from './subscribe.ts';

/** What became of a batch. */
export interface HandledBatch {
  /** Where the checkpoint is now. */
  readonly position: bigint;
  /** Events that fail and were parked. */
  readonly parked: readonly ParkedEvent[];
}

/**
 * Handles a batch and moves the checkpoint in one transaction. Does nothing when somebody has moved the checkpoint meanwhile.
 * @param careful for a subscription that parks: whether to look for the events that fail, since the batch failed before.
 */
export async function handleBatch(
  client: pg.PoolClient,
  options: Pick<SubscriptionOptions, 'name' | 'handle' | 'parks'>,
  position: bigint,
  batch: LogBatch<AnyRecordedEvent> | Unreadable,
  careful: boolean,
): Promise<HandledBatch> {
  const { name } = options;
  const upTo = 'unreadable' in batch ? batch.unreadable.position : batch.upTo;
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    const found = await lockCheckpoint(client, name);
    let parked: readonly ParkedEvent[] = [];
    if (found === position) {
      parked =
        'unreadable' in batch ? await parkUnreadable(client, name, batch) : await handleEvents(client, options, batch.events, careful);
      await saveCheckpoint(client, name, upTo);
    }
    await client.query('COMMIT');
    return { position: found === position ? upTo : found, parked };
  } catch (error) {
    // On a broken connection the server rolls back by itself.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function handleEvents(
  client: pg.PoolClient,
  { name, handle, parks = false }: Pick<SubscriptionOptions, 'name' | 'handle' | 'parks'>,
  events: readonly AnyRecordedEvent[],
  careful: boolean,
): Promise<readonly ParkedEvent[]> {
  if (events.length === 0) return [];
  if (parks) return handleParking(client, { name, handle }, events, { careful });
  await handle(client, events);
  return [];
}

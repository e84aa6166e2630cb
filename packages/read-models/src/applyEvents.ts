import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { createFolder } from './createFolder.ts';

/**
 * Folds a batch of events, in order, into the read models, with nothing at hand but the tables; whoever folds batch after batch has `createFolder`.
 * Call it inside a transaction, one batch at a time.
 */
export async function applyEvents(client: pg.ClientBase, events: readonly AnyRecordedEvent[]): Promise<void> {
  await createFolder()(client, events);
}

import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { foldEvent } from './fold/foldEvent.ts';
import { foldLoaded } from './load/foldLoaded.ts';
import { saveState } from './save/saveState.ts';

/**
 * Folds events, in order, into the read models: reads what they can touch, applies them one by one in memory, writes what changed. The
 * result, history included, is the same however the log is cut into batches. Call it inside a transaction, one batch at a time.
 */
export async function applyEvents(client: pg.ClientBase, events: readonly AnyRecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { state } = await foldLoaded(client, events, foldEvent, () => {});
  await saveState(client, state);
}

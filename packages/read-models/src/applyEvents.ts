import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { foldEvent } from './fold/foldEvent.ts';
import { loadState } from './load/loadState.ts';
import { saveArticles } from './save/saveArticles.ts';
import { saveClaims } from './save/saveClaims.ts';
import { saveDeals } from './save/saveDeals.ts';
import { saveDecisions } from './save/saveDecisions.ts';
import { saveEntities } from './save/saveEntities.ts';
import { saveFigures } from './save/saveFigures.ts';
import { saveRates } from './save/saveRates.ts';
import { saveReliability } from './save/saveReliability.ts';
import { saveSources } from './save/saveSources.ts';

/**
 * Folds events, in order, into the read models: reads what they can touch, applies them one by one in memory, writes what changed. The
 * result, history included, is the same however the log is cut into batches. Call it inside a transaction, one batch at a time.
 */
export async function applyEvents(client: pg.ClientBase, events: readonly AnyRecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const state = await loadState(client, events);
  for (const event of events) foldEvent(state, event);
  await saveSources(client, state);
  await saveArticles(client, state);
  await saveClaims(client, state);
  await saveFigures(client, state);
  await saveDeals(client, state);
  await saveDecisions(client, state);
  await saveEntities(client, state);
  await saveReliability(client, state);
  await saveRates(client, state);
}

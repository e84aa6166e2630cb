import type pg from 'pg';
import type { FoldState } from '../fold/state.ts';
import { saveArticles } from './saveArticles.ts';
import { saveClaims } from './saveClaims.ts';
import { saveDeals } from './saveDeals.ts';
import { saveDecisions } from './saveDecisions.ts';
import { saveEntities } from './saveEntities.ts';
import { saveFigures } from './saveFigures.ts';
import { saveRates } from './saveRates.ts';
import { saveReliability } from './saveReliability.ts';
import { saveSources } from './saveSources.ts';

/** Writes everything that has changed in the state. */
export async function saveState(client: pg.ClientBase, state: FoldState): Promise<void> {
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

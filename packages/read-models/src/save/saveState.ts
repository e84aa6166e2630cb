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

/** Writes everything that has changed in the state and is of its part of the tables. */
export async function saveState(client: pg.ClientBase, state: FoldState): Promise<void> {
  if (state.keys === null || state.keys.isRest) await saveRest(client, state);
  if (state.keys === null || !state.keys.isRest) await saveKeys(client, state);
}

async function saveKeys(client: pg.ClientBase, state: FoldState): Promise<void> {
  await saveClaims(client, state);
  await saveFigures(client, state);
  await saveDeals(client, state);
}

async function saveRest(client: pg.ClientBase, state: FoldState): Promise<void> {
  await saveSources(client, state);
  await saveArticles(client, state);
  await saveDecisions(client, state);
  await saveEntities(client, state);
  await saveReliability(client, state);
  await saveRates(client, state);
}

import type { EventStore } from '@newsledger/event-store';
import { requestWork } from '@newsledger/queues';
import type pg from 'pg';
import { ingestedSource } from './ingestedSource.ts';
import { readAllSources } from './readAllSources.ts';

/**
 * Asks for a poll of every source, or of those named, due or not. A fetcher of any process does it; `pendingWork` counts the polls until
 * they are done.
 * @returns the ids of the sources.
 */
export async function requestPolls(
  context: { pool: pg.Pool; store: EventStore },
  sourceIds?: readonly string[],
): Promise<readonly string[]> {
  const ids = sourceIds ?? (await allPolled(context.store));
  await context.pool.query('UPDATE polling.poll_state SET next_poll_at = NULL WHERE source_id = ANY ($1::text[])', [ids]);
  for (const sourceId of ids) await requestWork(context.pool, 'poll', { sourceId });
  return ids;
}

async function allPolled(store: EventStore): Promise<string[]> {
  const followed = [...(await readAllSources(store))];
  return followed.flatMap(([sourceId, { isRetired }]) => (isRetired || sourceId === ingestedSource.sourceId ? [] : [sourceId]));
}

import { type EventStore, type Subscription, subscribe } from '@newsledger/event-store';
import type pg from 'pg';
import type { Queues } from '../createQueues.ts';
import { applyWork, loadArticleStates } from './applyWork.ts';
import { foldWork, isWorkEvent, workEventTypes } from './foldWork.ts';
import { requestReextraction } from './requestReextraction.ts';
import { runRelay } from './runRelay.ts';

/** Its name among the subscriptions. */
export const DISPATCHER = 'dispatcher';

/**
 * Turns the log into work: writes the outbox in the transaction of its checkpoint, and enqueues after that has committed. At its start it
 * asks for the texts that an older extractor read. Of several dispatchers one folds the log; all of them enqueue.
 */
export function startDispatcher(options: {
  pool: pg.Pool;
  store: EventStore;
  queues: Queues;
  signal: AbortSignal;
  extractorVersion: number;
}): Subscription {
  const { pool, store, queues, signal, extractorVersion } = options;
  const dropped = new Map<string, 'capture' | 'extract'>();
  let checkedAtStart = false;
  let checkedAsRunner = false;

  const subscription = subscribe({
    store,
    pool,
    name: DISPATCHER,
    types: workEventTypes,
    signal,
    onError: (error: unknown) => queues.onError(error instanceof Error ? error : new Error(String(error)), 'dispatcher'),
    handle: async (client, events) => {
      // An older release may have run until now, and asked for its own extractor until its end.
      if (!checkedAsRunner) await requestReextraction(client, extractorVersion);
      checkedAsRunner = true;
      const work = events.filter(isWorkEvent);
      const articleIds = [...new Set(work.map((event) => event.data.articleId))];
      const changes = foldWork(await loadArticleStates(client, articleIds), work, extractorVersion);
      for (const { queue, jobId } of await applyWork(client, changes)) dropped.set(jobId, queue);
    },
  });
  const relay = runRelay({
    pool,
    queues,
    signal,
    beforeEach: async () => {
      if (!checkedAtStart && subscription.position() >= (await store.lastPosition())) {
        await inTransaction(pool, (client) => requestReextraction(client, extractorVersion));
        checkedAtStart = true;
      }
      // Removing is a courtesy: work that runs though it was dropped finds nothing to do. So a rollback in between does no harm either.
      for (const [jobId, queue] of dropped) {
        await queues.remove(queue, jobId);
        dropped.delete(jobId);
      }
    },
  });
  return { done: Promise.all([subscription.done, relay]).then(() => {}), position: () => subscription.position() };
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

import {
  type EventStore,
  type Handle,
  inTransaction,
  lockCheckpoint,
  type RetriedStream,
  retryParked,
  type Subscription,
  subscribe,
} from '@newsledger/event-store';
import type pg from 'pg';
import type { Queues } from '../createQueues.ts';
import { sendInTraces } from '../traces/sendInTraces.ts';
import { applyWork, loadArticleStates } from './applyWork.ts';
import { foldWork, isWorkEvent, workEventTypes } from './foldWork.ts';
import { requestReextraction } from './requestReextraction.ts';
import { runRelay } from './runRelay.ts';

/** Its name among the subscriptions. */
export const DISPATCHER = 'dispatcher';

/** A batch costs a dozen statements, whatever its size; work waits for its fetch or its reader much longer than this. */
const GATHER_MS = 40;

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
    gatherMs: GATHER_MS,
    signal,
    onError: (error: unknown) => queues.onError(error instanceof Error ? error : new Error(String(error)), 'dispatcher'),
    handle: async (client, events) => {
      // An older release may have run until now, and asked for its own extractor until its end.
      if (!checkedAsRunner) await requestReextraction(client, extractorVersion);
      checkedAsRunner = true;
      for (const { queue, jobId } of await dispatch(client, events, extractorVersion)) dropped.set(jobId, queue);
    },
    // What it makes of one article has nothing to do with others, so that one that it can't make sense of holds up nobody.
    parks: true,
    onParked: ({ position, type, stream, error }) =>
      queues.onError(
        new Error(`Event ${position} (${type} in stream ${stream}) is parked: it can't be made work of`, { cause: error }),
        'dispatcher',
      ),
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

/** Takes up what the dispatcher parked, where it can be made work of now. @returns each parked stream, with what it still fails with. */
export function retryParkedWorkEvents(pool: pg.Pool, store: EventStore, extractorVersion: number): Promise<RetriedStream[]> {
  return inTransaction(pool, async (client) => {
    await lockCheckpoint(client, DISPATCHER);
    const handle: Handle = async (inside, events) => void (await dispatch(inside, events, extractorVersion));
    return retryParked(client, store, { name: DISPATCHER, handle, keep: true });
  });
}

/** @returns the jobs that the queue may still hold though nobody wants them any more. */
async function dispatch(client: pg.ClientBase, events: Parameters<Handle>[1], extractorVersion: number) {
  const work = events.filter(isWorkEvent);
  const articleIds = [...new Set(work.map((event) => event.data.articleId))];
  const changes = foldWork(await loadArticleStates(client, articleIds), work, extractorVersion);
  return applyWork(client, { ...changes, add: await sendInTraces(client, changes.add, changes.causes) });
}

import type pg from 'pg';
import type { Queues } from '../createQueues.ts';
import { pause } from '../pause.ts';
import { claimUnqueued } from '../work/claimUnqueued.ts';
import { WORK_CHANNEL } from '../work/insertWork.ts';
import { releaseWork } from '../work/releaseWork.ts';

/** Work handed over at once. */
const BATCH = 500;

/** A notification is a hint; without one, the outbox is looked at this often. */
const POLL_MS = 1_000;

/** After an error: Redis or PostgreSQL is away, and comes back when it does. */
const RETRY_MS = 1_000;

/**
 * Hands the outbox's new work to the queues until `signal` is aborted.
 * @param beforeEach runs before each look at the outbox.
 */
export async function runRelay(options: {
  pool: pg.Pool;
  queues: Queues;
  signal: AbortSignal;
  beforeEach: () => Promise<void>;
}): Promise<void> {
  const { pool, queues, signal, beforeEach } = options;
  while (!signal.aborted) {
    try {
      await listen(pool, signal, async () => {
        await beforeEach();
        while (!signal.aborted && (await handOver(queues)) >= BATCH);
      });
    } catch (error) {
      if (signal.aborted) return;
      queues.onError(error instanceof Error ? error : new Error(String(error)), 'relay');
      await pause(RETRY_MS, signal);
    }
  }
}

async function handOver(queues: Queues): Promise<number> {
  const work = await claimUnqueued(queues.pool, BATCH);
  if (work.length === 0) return 0;
  try {
    await queues.addAll(work);
  } catch (error) {
    await releaseWork(
      queues.pool,
      work.map(({ jobId }) => jobId),
    );
    throw error;
  }
  return work.length;
}

/** Calls `look` at once, at every notification, and every POLL_MS, never twice at the same time. */
async function listen(pool: pg.Pool, signal: AbortSignal, look: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let wake = new AbortController();
  let broken: Error | undefined;
  client.on('notification', () => wake.abort());
  client.on('error', (error) => {
    broken = error;
    wake.abort();
  });
  try {
    await client.query(`LISTEN ${WORK_CHANNEL}`);
    while (!signal.aborted) {
      wake = new AbortController();
      await look();
      await pause(POLL_MS, AbortSignal.any([signal, wake.signal]));
      if (broken !== undefined) throw broken;
    }
  } finally {
    client.removeAllListeners('notification');
    // A client that has listened is not handed to others.
    client.release(true);
  }
}

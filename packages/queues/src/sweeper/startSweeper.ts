import type pg from 'pg';
import type { Queues } from '../createQueues.ts';
import { pause } from '../pause.ts';
import { sweep } from './sweep.ts';

/** Relays and workers get this long between their two steps before the sweeper takes them for dead, or three sweeps if those are shorter. */
const GRACE_MS = 5_000;
const GRACE_SWEEPS = 3;

/** Advisory lock under which one process sweeps at a time. */
const SWEEPER_LOCK = 'newsledger sweeper';

export interface Sweeper {
  /** Resolves when the signal has aborted and the sweep at hand is over; never rejects. */
  readonly done: Promise<void>;
}

/**
 * Heals the queues every `everyMs`: what the outbox asks for and the queue has lost is enqueued again, as is work whose pause is over, and
 * schedules that are gone are made again; no wrong clock keeps work waiting.
 * @param options `pollSchedules` tells which sources should be polled, with their intervals in milliseconds.
 */
export function startSweeper(options: {
  pool: pg.Pool;
  queues: Queues;
  signal: AbortSignal;
  everyMs: number;
  graceMs?: number;
  pollSchedules?: () => Promise<Iterable<{ sourceId: string; everyMs: number }>>;
}): Sweeper {
  return { done: run(options) };
}

async function run(options: Parameters<typeof startSweeper>[0]): Promise<void> {
  const { pool, queues, signal, everyMs, graceMs = Math.min(GRACE_MS, everyMs * GRACE_SWEEPS), pollSchedules } = options;
  let after = '';
  while (!signal.aborted) {
    try {
      await alone(pool, async () => {
        await queues.freeLostJobs();
        after = (await sweep({ pool, queues, graceMs, after })).next;
        if (pollSchedules !== undefined) await restoreSchedules(queues, await pollSchedules());
      });
    } catch (error) {
      if (!signal.aborted) queues.onError(error instanceof Error ? error : new Error(String(error)), 'sweeper');
    }
    await pause(everyMs, signal);
  }
}

async function restoreSchedules(queues: Queues, wanted: Iterable<{ sourceId: string; everyMs: number }>): Promise<void> {
  const held = await queues.pollSchedules();
  for (const { sourceId, everyMs } of wanted)
    if (!held.has(sourceId)) await queues.upsertPollScheduler(sourceId, everyMs, { firstPoll: 'scheduled' });
}

/** Runs `work` unless another process is at it. */
async function alone(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let locked = false;
  try {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked', [
      SWEEPER_LOCK,
    ]);
    locked = rows[0]?.locked === true;
    if (locked) await work();
  } finally {
    // Closing the connection lets go of the lock, whatever state it is in.
    client.release(locked);
  }
}

import { openPool } from '@newsledger/platform';
import type pg from 'pg';
import type { Backend, BackendConfig, BackendQueue, OnError } from './backend.ts';
import { type JobData, parseJobData, type QueueName, queueNames, type Work } from './jobData.ts';
import { checkJobId } from './jobIds.ts';
import { openBackend } from './openBackend.ts';
import { createPollSchedules, type PollSchedules } from './pollSchedules.ts';
import { defaultTuning, type QueueTuning } from './tuning.ts';
import { createCompletions } from './work/createCompletions.ts';

/**
 * Finished jobs stay this long for people to look at, in seconds; failed ones longer, since somebody may come and ask. By age alone: a limit
 * on their number makes PostgreSQL read all of them at every completion (13 ms a job instead of 3).
 */
const KEEP_COMPLETED_SECONDS = 15 * 60;
const KEEP_FAILED_SECONDS = 7 * 24 * 3_600;

/** Jobs that travel in one round trip. */
const ADD_BATCH = 500;

/** A worker that has not renewed a lock for so many times its duration is dead, whatever clocks say. */
const LOCKS_LOST_AFTER = 2;

/** For keeping the outbox's books; no statement of it takes long. */
const MAX_CONNECTIONS = 3;

export interface QueuesConfig extends BackendConfig {
  readonly onError?: OnError | undefined;
  readonly tuning?: Partial<QueueTuning> | undefined;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly completed: number;
  readonly failed: number;
}

/** What the queue holds of one job. */
export interface QueuedJob {
  /** `queued`: it waits, runs, or waits for its next attempt. `missing`: the queue doesn't know it. */
  readonly state: 'queued' | 'completed' | 'failed' | 'missing';
  readonly failedReason: string | null;
  /** When its last attempt began. */
  readonly startedAt: Date | null;
}

export interface Queues extends PollSchedules {
  readonly backend: BackendConfig['backend'];
  /** The database that holds the outbox of work. */
  readonly pool: pg.Pool;
  readonly tuning: QueueTuning;
  readonly onError: OnError;
  readonly openWorker: Backend['openWorker'];
  /**
   * Adds a job. One that waits or runs under the same id is left alone; one that finished runs again.
   * @throws {InvalidJobError} when the id or the body doesn't fit.
   */
  add<Name extends QueueName>(queue: Name, jobId: string, data: JobData<Name>): Promise<void>;
  /** Many at once, in few round trips; otherwise like `add`. */
  addAll(work: readonly Work[]): Promise<void>;
  /**
   * Takes work out of the outbox that is done without a transaction of its own, together with what ends at the same time; otherwise like
   * `completeWork`.
   */
  complete(jobId: string): Promise<void>;
  find(queue: QueueName, jobId: string): Promise<QueuedJob>;
  /** Takes a job out unless it runs right now. */
  remove(queue: QueueName, jobId: string): Promise<void>;
  counts(): Promise<Record<QueueName, QueueCounts>>;
  /** Frees jobs of dead workers that wrong clocks keep; to be called again and again. */
  freeLostJobs(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the queues on the configured backend.
 * @throws {QueueBackendError} when Redis or PostgreSQL can't be used; the message says what to change.
 */
export async function createQueues(config: QueuesConfig): Promise<Queues> {
  const tuning = { ...defaultTuning, ...config.tuning };
  const onError = config.onError ?? (() => {});
  const { pooledUrl } = config;
  // A pooler takes no options for a connection's session, so that commits wait there.
  const url = pooledUrl ?? withoutWaiting(config.postgresUrl);
  const pool = openPool({
    url,
    isPooled: pooledUrl !== undefined,
    max: MAX_CONNECTIONS,
    onLost: (error) => onError(error, 'queue database'),
  });
  let backend: Backend | undefined;
  let queues: Record<QueueName, BackendQueue>;
  try {
    backend = await openBackend(config, pool, onError);
    const [poll, capture, extract] = await Promise.all([
      backend.openQueue('poll'),
      backend.openQueue('capture'),
      backend.openQueue('extract'),
    ]);
    queues = { poll, capture, extract };
  } catch (error) {
    await backend?.close();
    await pool.end();
    throw error;
  }
  const { openWorker, close } = backend;
  const addAll = async (work: readonly Work[]) => {
    for (const name of names) {
      const ofQueue = work.filter(({ queue }) => queue === name);
      for (let start = 0; start < ofQueue.length; start += ADD_BATCH)
        await addBatch(queues[name], ofQueue.slice(start, start + ADD_BATCH), tuning);
    }
  };
  return {
    ...createPollSchedules(queues.poll, pool, addAll, jobOptions('poll', tuning)),
    backend: config.backend,
    pool,
    tuning,
    onError,
    openWorker,
    add: (queue, jobId, data) => addBatch(queues[queue], [{ queue, jobId, data }], tuning),
    addAll,
    complete: createCompletions(pool).complete,
    find: (queue, jobId) => findJob(queues[queue], jobId),
    remove: async (queue, jobId) => {
      await queues[queue].remove(jobId);
    },
    counts: async () => ({
      poll: await countJobs(queues.poll),
      capture: await countJobs(queues.capture),
      extract: await countJobs(queues.extract),
    }),
    freeLostJobs: backend.watchForLostJobs(LOCKS_LOST_AFTER * tuning.lockDurationMs),
    close: async () => {
      await close();
      await pool.end();
    },
  };
}

const names = Object.values(queueNames);

/**
 * The books that are kept through this pool can be kept again: a claim, a failure or a completion that PostgreSQL forgets when its machine dies
 * means at most that work is handed over or done once more, which it may be at any time. So their commits needn't wait for the disk. What asks
 * for work, and completes it together with its events, is written through other pools.
 */
function withoutWaiting(postgresUrl: string): string {
  const url = new URL(postgresUrl);
  const options = [url.searchParams.get('options'), '-c synchronous_commit=off'].filter((each) => each !== null);
  url.searchParams.set('options', options.join(' '));
  return url.href;
}

interface AnyWork {
  readonly queue: QueueName;
  readonly jobId: string;
  readonly data: JobData;
}

async function addBatch(queue: BackendQueue, work: readonly AnyWork[], tuning: QueueTuning): Promise<void> {
  const jobs = work.map(({ queue: name, jobId, data }) => {
    checkJobId(jobId);
    return { name, data: parseJobData(name, jobId, data), opts: { ...jobOptions(name, tuning), jobId } };
  });
  // BullMQ ignores an id that it still keeps, even of a finished job, and doesn't say so. They are looked for before adding: afterwards, a
  // quick worker may have finished the very job that was added. And they are removed instead of retried: on PostgreSQL, a retried job keeps
  // its count of stalls, and fails on it again.
  const finished = await queue.findFinished(jobs.map(({ opts }) => opts.jobId));
  await Promise.all(finished.map((jobId) => queue.remove(jobId)));
  await queue.addBulk(jobs);
}

async function findJob(queue: BackendQueue, jobId: string): Promise<QueuedJob> {
  const state = await queue.getJobState(jobId);
  if (state === 'unknown') return { state: 'missing', failedReason: null, startedAt: null };
  if (state !== 'completed' && state !== 'failed') return { state: 'queued', failedReason: null, startedAt: null };
  const job = await queue.getJob(jobId);
  if (job === undefined) return { state: 'missing', failedReason: null, startedAt: null };
  const startedAt = job.processedOn === undefined ? null : new Date(job.processedOn);
  return { state, failedReason: job.failedReason ?? null, startedAt };
}

async function countJobs(queue: BackendQueue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed');
  const of = (state: string) => counts[state] ?? 0;
  return { waiting: of('waiting'), active: of('active'), delayed: of('delayed'), completed: of('completed'), failed: of('failed') };
}

function jobOptions(queue: QueueName, tuning: QueueTuning) {
  return {
    attempts: tuning.attempts[queue],
    // The worker knows the strategy: see `retryDelayMs`.
    backoff: { type: 'newsledger' },
    removeOnComplete: { age: KEEP_COMPLETED_SECONDS },
    removeOnFail: { age: KEEP_FAILED_SECONDS },
    stackTraceLimit: 5,
  };
}

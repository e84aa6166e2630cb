import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { migrateEventStore } from '@newsledger/event-store';
import { createTestDatabase, type TestDatabase, waitFor } from '@newsledger/test-support';
import { createPostgresBackend, Queue } from 'bullmq';
import pg from 'pg';
import { inject } from 'vitest';
import { createQueues, type Queues } from '../createQueues.ts';
import { createWorker, type JobHandler, type Worker } from '../createWorker.ts';
import type { QueueName } from '../jobData.ts';
import { migrateQueues } from '../migrateQueues.ts';
import type { QueueTuning } from '../tuning.ts';

/** Both backends, as `describe.each` wants them; without a Redis its half is skipped and says why. */
export const backends = [
  { backend: 'postgres' as const, title: 'on PostgreSQL', missing: false },
  {
    backend: 'redis' as const,
    title: inject('redisUrl') === null ? 'on Redis (skipped: no redis-server on this machine)' : 'on Redis',
    missing: inject('redisUrl') === null,
  },
];

/** Pauses that a test doesn't have to wait long for. */
export const quick: Partial<QueueTuning> = {
  retryBaseMs: 20,
  retryCapMs: 100,
  lockDurationMs: 1_000,
  stalledIntervalMs: 200,
  pauseBaseMs: 50,
  pauseCapMs: 100,
  rounds: { capture: 20, extract: 2 },
  maxCrashes: 1,
};

export interface TestQueues {
  readonly database: TestDatabase;
  readonly queues: Queues;
  readonly prefix: string;
  /** Errors that the queues told of in the background. */
  readonly errors: string[];
  /** Other queues on the same backend and database, as another process would open them. */
  open(tuning?: Partial<QueueTuning>): Promise<Queues>;
  work<Name extends QueueName>(name: Name, handler: JobHandler<Name>, concurrency?: number): Worker;
  /** Adds a job past the checks at the door. */
  addRaw(name: QueueName, jobId: string, data: unknown): Promise<void>;
  /** When the delayed jobs of a queue are due, in milliseconds since 1970. */
  delayedUntil(name: QueueName): Promise<number[]>;
  /** A worker in a process of its own that is killed by the job of this id, and does all others, until it is told to end. */
  startMortalWorker(name: QueueName, deadlyJobId: string): { ended: Promise<void>; end(): void };
  /** A worker in a process of its own, perhaps with a wrong clock, that takes one job and never ends it; `die` kills the process. */
  startDoomedWorker(name: QueueName, clockOffsetMs?: number): Promise<{ tookAJob: Promise<void>; die(): Promise<void> }>;
  /** Throws away all that the queue holds, as FLUSHALL or a lost volume would. */
  loseQueueContents(): Promise<void>;
  /** Closes everything that was opened, workers first. */
  close(): Promise<void>;
}

export async function openTestQueues(backend: 'redis' | 'postgres', tuning: Partial<QueueTuning> = quick): Promise<TestQueues> {
  const database = await createTestDatabase('queues', migrate);
  const prefix = `{test-${randomUUID()}}`;
  const errors: string[] = [];
  const opened: Queues[] = [];
  const workers: Worker[] = [];
  const open = async (other: Partial<QueueTuning> = tuning) => {
    const queues = await createQueues({
      backend,
      redisUrl: inject('redisUrl') ?? undefined,
      postgresUrl: database.url,
      prefix,
      tuning: other,
      onError: (error, where) => errors.push(`${where}: ${error.message}`),
    });
    opened.push(queues);
    return queues;
  };
  const queues = await open();
  return {
    database,
    queues,
    prefix,
    errors,
    open,
    work(name, handler, concurrency = 1) {
      const worker = createWorker(queues, name, handler, { concurrency });
      workers.push(worker);
      return worker;
    },
    addRaw: (name, jobId, data) =>
      withBullQueue(backend, name, database.url, prefix, async (queue) => {
        await queue.add(name, data, { jobId });
      }),
    delayedUntil: (name) =>
      withBullQueue(backend, name, database.url, prefix, async (queue) =>
        (await queue.getDelayed()).map(({ timestamp, delay }) => timestamp + delay),
      ),
    startMortalWorker: (name, deadlyJobId) => {
      const options = { backend, name, deadlyJobId, prefix, redisUrl: inject('redisUrl'), postgresUrl: database.url, tuning };
      const child = fork(new URL('./mortalWorker.ts', import.meta.url), [JSON.stringify(options)], { execArgv: [] });
      return { ended: new Promise<void>((resolve) => child.once('exit', () => resolve())), end: () => void child.kill('SIGKILL') };
    },
    startDoomedWorker: (name, clockOffsetMs = 0) =>
      startDoomedWorker({ backend, name, clockOffsetMs, prefix, redisUrl: inject('redisUrl'), postgresUrl: database.url }),
    loseQueueContents: () => (backend === 'redis' ? deleteKeys(prefix) : emptyTables(database.pool)),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close(5_000)));
      await Promise.all(opened.map((each) => each.close()));
      await database.close();
    },
  };
}

async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  await migrateEventStore(pool);
  await migrateQueues(pool);
  await pool.end();
}

/** Other test files share the Redis, so that only this test's keys go. */
async function deleteKeys(prefix: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(inject('redisUrl') ?? '');
  // At one moment, as FLUSHALL: between two commands a worker would write half of what it keeps of a job again.
  await redis.eval("for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end", 0, `${globbed(prefix)}*`);
  await redis.quit();
}

/** A prefix as a pattern that stands for itself. */
function globbed(prefix: string): string {
  return prefix.replace(/[*?[\]\\]/g, '\\$&');
}

async function emptyTables(pool: pg.Pool): Promise<void> {
  await pool.query('TRUNCATE bullmq.job, bullmq.scheduler, bullmq.meta, bullmq.event CASCADE');
}

async function withBullQueue<Result>(
  backend: 'redis' | 'postgres',
  name: string,
  postgresUrl: string,
  prefix: string,
  use: (queue: Pick<Queue<unknown>, 'add' | 'getDelayed'>) => Promise<Result>,
): Promise<Result> {
  const queue =
    backend === 'redis'
      ? new Queue<unknown>(name, { prefix, connection: { url: inject('redisUrl') ?? '' } })
      : new Queue(name, { connection: { connectionString: postgresUrl, schema: 'bullmq' } }, createPostgresBackend);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

async function startDoomedWorker(options: Record<string, unknown>): Promise<{ tookAJob: Promise<void>; die(): Promise<void> }> {
  const child = fork(new URL('./doomedWorker.ts', import.meta.url), [JSON.stringify({ ...options, tuning: quick })], { execArgv: [] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const messages = new Set<unknown>();
  child.on('message', (message) => messages.add(message));
  await waitFor('the doomed worker', () => messages.has('ready'));
  return {
    tookAJob: waitFor('the doomed worker to take a job', () => messages.has('took')).then(() => {}),
    die: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

import {
  assertSchemaCompatibility,
  Worker as BullWorker,
  createPostgresBackend,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  Queue,
  SchemaMigrationRequiredError,
} from 'bullmq';
import type pg from 'pg';
import type { Backend, BackendConfig, OnError } from './backend.ts';
import { QueueBackendError } from './errors.ts';
import type { QueueName } from './jobData.ts';
import { createLostJobWatch } from './lostJobWatch.ts';

export const BULLMQ_SCHEMA = 'bullmq';

/** Jobs of one worker share connections: they hold one only for a statement, not while they work. */
const MAX_WORKER_CONNECTIONS = 4;

const MAX_PRODUCER_CONNECTIONS = 2;

/**
 * What the queue holds is made again from the outbox, so that its commits needn't wait for the disk. (The outbox's own do.)
 * Measured with tests/bench/queues.ts.
 */
const DISPOSABLE = '-c synchronous_commit=off';

/** With the same watch over silent servers as connections of `openPool` have. */
function connectionTo(connectionString: string) {
  return { connectionString, schema: BULLMQ_SCHEMA, options: DISPOSABLE, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
}

/** BullMQ on PostgreSQL; each queue and each worker has its own connections. */
export async function openPostgresBackend(config: BackendConfig, pool: pg.Pool, onError: OnError): Promise<Backend> {
  await refuseUnmigrated(pool);
  const closers: (() => Promise<void>)[] = [];
  return {
    async openQueue(name) {
      const queue = new Queue<unknown, void, string, unknown, void, string, PostgresQueueBackend, PostgresConnectionOptions>(
        name,
        { connection: { ...connectionTo(config.postgresUrl), max: MAX_PRODUCER_CONNECTIONS } },
        createPostgresBackend,
      );
      queue.on('error', (error) => onError(error, `queue ${name}`));
      closers.push(() => queue.close());
      await queue.waitUntilReady();
      return Object.assign(queue, { findFinished: (jobIds: readonly string[]) => findFinished(pool, name, jobIds) });
    },
    openWorker(name, processor, options) {
      const connection = { ...connectionTo(config.postgresUrl), max: Math.min(options.concurrency + 1, MAX_WORKER_CONNECTIONS) };
      const worker = new BullWorker(name, processor, { ...options, connection }, createPostgresBackend);
      worker.on('error', (error) => onError(error, `worker ${name}`));
      return { close: () => worker.close(), cut: () => worker.disconnect() };
    },
    watchForLostJobs: (patienceMs) => createLostJobWatch(pool, BULLMQ_SCHEMA, patienceMs),
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

/** BullMQ tells the state of one job at a time only. */
async function findFinished(pool: pg.Pool, queue: QueueName, jobIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'bullmq.find_finished',
    text: `SELECT id FROM ${BULLMQ_SCHEMA}.job WHERE queue = $1 AND id = ANY ($2) AND state IN ('completed', 'failed')`,
    values: [queue, jobIds],
  });
  return rows.map(({ id }) => id);
}

async function refuseUnmigrated(pool: pg.Pool): Promise<void> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (cause) {
    throw new QueueBackendError(`PostgreSQL can't be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  try {
    await assertSchemaCompatibility(client, BULLMQ_SCHEMA);
  } catch (cause) {
    if (!(cause instanceof SchemaMigrationRequiredError)) throw cause;
    throw new QueueBackendError("The queues' tables are not in this database yet: run the migration step first", { cause });
  } finally {
    client.release();
  }
}

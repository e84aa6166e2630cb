import { Worker as BullWorker, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Backend, BackendConfig, OnError } from './backend.ts';
import { QueueBackendError } from './errors.ts';

const DEFAULT_PREFIX = '{newsledger}';

/** A Redis that starts together with us is given this long to answer. */
const CONNECT_TRIES = 10;
const CONNECT_PAUSE_MS = 500;

/** BullMQ on Redis, through ioredis. */
export async function openRedisBackend(config: BackendConfig, onError: OnError): Promise<Backend> {
  const { redisUrl, prefix = DEFAULT_PREFIX } = config;
  if (redisUrl === undefined || redisUrl === '')
    throw new QueueBackendError('The queue backend is Redis, but no address of a Redis is configured: set NEWSLEDGER_REDIS_URL');
  await refuseEvictingRedis(redisUrl);
  // Our own clients, because BullMQ's can't be got rid of while Redis is away. A producer learns of that at once, instead of waiting in
  // memory: the outbox keeps its work.
  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  producer.on('error', (error) => onError(error, 'redis'));
  const queues: Queue[] = [];
  return {
    async openQueue(name) {
      const queue = new Queue<unknown, void, string>(name, { prefix, connection: producer });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      queues.push(queue);
      await queue.waitUntilReady();
      return Object.assign(queue, { findFinished: (jobIds: readonly string[]) => findFinished(producer, queue, jobIds) });
    },
    openWorker(name, processor, options) {
      const { client, all } = openWorkerClient(redisUrl);
      const worker = new BullWorker<unknown, void, string>(name, processor, { ...options, prefix, connection: client });
      worker.on('error', (error) => onError(error, `worker ${name}`));
      const cut = async () => {
        for (const each of all) each.disconnect();
      };
      return { close: () => worker.close().finally(cut), cut };
    },
    // Redis counts the time of locks, and of looks for lost jobs, itself.
    watchForLostJobs: () => async () => {},
    close: async () => {
      await Promise.all(queues.map((queue) => queue.close()));
      producer.disconnect();
    },
  };
}

/** BullMQ tells the state of one job at a time only; finished ones are the members of two sorted sets. */
async function findFinished(redis: Redis, queue: Queue, jobIds: readonly string[]): Promise<string[]> {
  const [completed, failed] = await Promise.all([
    redis.zmscore(queue.toKey('completed'), ...jobIds),
    redis.zmscore(queue.toKey('failed'), ...jobIds),
  ]);
  return jobIds.filter((_, place) => completed[place] !== null || failed[place] !== null);
}

/** A client for a worker, and with it the copies that BullMQ makes of it, to wait for jobs on. */
function openWorkerClient(redisUrl: string): { client: Redis; all: readonly Redis[] } {
  const client = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const all = [client];
  const duplicate = client.duplicate.bind(client);
  client.duplicate = (override) => {
    const copy = duplicate(override);
    all.push(copy);
    return copy;
  };
  return { client, all };
}

/** A Redis that may evict keys under memory pressure would drop jobs silently. */
async function refuseEvictingRedis(redisUrl: string): Promise<void> {
  const where = new URL(redisUrl).host;
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: CONNECT_TRIES,
    retryStrategy: (tries) => (tries > CONNECT_TRIES ? null : CONNECT_PAUSE_MS),
  });
  let lastError: Error | undefined;
  redis.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    // INFO tells the policy even where a provider has disabled CONFIG.
    const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
    if (policy !== 'noeviction')
      throw new QueueBackendError(
        `Redis at ${where} has maxmemory-policy "${policy ?? 'unknown'}", under which it drops jobs when memory runs short; ` +
          'set "maxmemory-policy noeviction" (redis-server --maxmemory-policy noeviction, or CONFIG SET maxmemory-policy noeviction)',
      );
  } catch (error) {
    if (error instanceof QueueBackendError) throw error;
    const cause = lastError ?? error;
    throw new QueueBackendError(`Redis at ${where} can't be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    redis.disconnect();
  }
}

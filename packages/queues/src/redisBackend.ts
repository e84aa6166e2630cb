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
  const closers: (() => Promise<void>)[] = [];
  return {
    openQueue(name) {
      // A producer learns at once that Redis is away, instead of waiting in memory; the outbox keeps its work.
      const queue = new Queue<unknown, void, string>(name, { prefix, connection: { url: redisUrl, enableOfflineQueue: false } });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      closers.push(() => queue.close());
      return queue;
    },
    openWorker(name, processor, options) {
      const connection = { url: redisUrl, maxRetriesPerRequest: null };
      const worker = new BullWorker<unknown, void, string>(name, processor, { ...options, prefix, connection });
      worker.on('error', (error) => onError(error, `worker ${name}`));
      return worker;
    },
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
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

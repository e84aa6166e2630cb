import { parseRedisAddress, type RedisAddress, RedisAddressError } from '@newsledger/platform';
import { Worker as BullWorker, Queue } from 'bullmq';
import type { Backend, BackendConfig, OnError } from './backend.ts';
import { QueueBackendError } from './errors.ts';
import type { QueueName } from './jobData.ts';
import { openRedisClient, openWorkerClient, type RedisClient } from './redisClients.ts';
import { refuseUnfitRedis } from './refuseUnfitRedis.ts';

const DEFAULT_PREFIX = '{newsledger}';

/** BullMQ on Redis, through ioredis: one server, a Redis Cluster, or what sentinels watch over. */
export async function openRedisBackend(config: BackendConfig, onError: OnError): Promise<Backend> {
  const address = readAddress(config.redisUrl);
  const prefixOf = (name: QueueName) => queuePrefix(config.prefix ?? DEFAULT_PREFIX, name, address);
  await refuseUnfitRedis(address);
  // Our own clients, because BullMQ's can't be got rid of while Redis is away. A producer learns of that at once, instead of waiting in
  // memory: the outbox keeps its work.
  const producer = openRedisClient(address, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  producer.on('error', (error) => onError(error, 'redis'));
  const queues: Queue[] = [];
  return {
    async openQueue(name) {
      const queue = new Queue<unknown, void, string>(name, { prefix: prefixOf(name), connection: producer });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      queues.push(queue);
      await queue.waitUntilReady();
      return Object.assign(queue, { findFinished: (jobIds: readonly string[]) => findFinished(producer, queue, jobIds) });
    },
    openWorker(name, processor, options) {
      const { client, all } = openWorkerClient(address);
      const worker = new BullWorker<unknown, void, string>(name, processor, { ...options, prefix: prefixOf(name), connection: client });
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

function readAddress(redisUrl: string | undefined): RedisAddress {
  if (redisUrl === undefined || redisUrl === '')
    throw new QueueBackendError('The queue backend is Redis, but no address of a Redis is configured: set NEWSLEDGER_REDIS_URL');
  try {
    return parseRedisAddress(redisUrl);
  } catch (cause) {
    if (!(cause instanceof RedisAddressError)) throw cause;
    throw new QueueBackendError(`NEWSLEDGER_REDIS_URL is no address of a Redis: ${cause.message}`, { cause });
  }
}

/**
 * A script of BullMQ's touches several keys of one queue, which a Redis Cluster must keep on one node: all that stands in braces is one slot
 * (https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags). There, each queue gets a slot of its own, so that
 * the queues spread over the nodes: with this spelling, over three of three.
 */
function queuePrefix(prefix: string, name: QueueName, { kind }: RedisAddress): string {
  if (kind !== 'cluster') return prefix;
  if (!/^\{[^{}]+\}$/.test(prefix)) throw new QueueBackendError(`A Redis Cluster needs a prefix in braces, not "${prefix}"`);
  return `${prefix.slice(0, -1)}_${name}}`;
}

/** BullMQ tells the state of one job at a time only; finished ones are the members of two sorted sets. */
async function findFinished(redis: RedisClient, queue: Queue, jobIds: readonly string[]): Promise<string[]> {
  const [completed, failed] = await Promise.all([
    redis.zmscore(queue.toKey('completed'), ...jobIds),
    redis.zmscore(queue.toKey('failed'), ...jobIds),
  ]);
  return jobIds.filter((_, place) => completed[place] !== null || failed[place] !== null);
}

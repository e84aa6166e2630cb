import { nameRedis, type RedisAddress, within } from '@newsledger/platform';
import { Cluster } from 'ioredis';
import { QueueBackendError } from './errors.ts';
import { openRedisClient, type RedisClient } from './redisClients.ts';

/** A Redis that starts together with us is given this long to answer. */
const CONNECT_TRIES = 10;
const CONNECT_PAUSE_MS = 500;

/** One that takes connections and says nothing is given this long, tries and all. */
const ANSWER_WITHIN_MS = 30_000;

/**
 * A Redis that may evict keys under memory pressure would drop jobs silently.
 * @throws {QueueBackendError} when it can't be reached, or evicts.
 */
export async function refuseUnfitRedis(address: RedisAddress, answerWithinMs = ANSWER_WITHIN_MS): Promise<void> {
  const redis = openRedisClient(address, {
    lazyConnect: true,
    maxRetriesPerRequest: CONNECT_TRIES,
    retryStrategy: (tries) => (tries > CONNECT_TRIES ? null : CONNECT_PAUSE_MS),
  });
  let lastError: Error | undefined;
  redis.on('error', (error: Error) => {
    lastError = error;
  });
  try {
    const policies = await within(
      answerWithinMs,
      redis.connect().then(() => readPolicies(redis, nameRedis(address))),
    );
    for (const [where, policy] of policies) refuseEvicting(where, policy);
  } catch (error) {
    if (error instanceof QueueBackendError) throw error;
    const cause = lastError ?? error;
    throw new QueueBackendError(`${nameRedis(address)} can't be reached: ${wordsOf(cause)}`, { cause });
  } finally {
    redis.disconnect();
  }
}

/** Of each server that keeps jobs, or will when another one has died. */
async function readPolicies(redis: RedisClient, name: string): Promise<[where: string, policy: string | undefined][]> {
  if (!(redis instanceof Cluster)) return [[name, await readPolicy(redis)]];
  return Promise.all(
    redis.nodes('all').map(async (node) => [`Redis at ${node.options.host}:${node.options.port}`, await readPolicy(node)] as const),
  ).then((policies) => policies.map(([where, policy]) => [where, policy]));
}

/** INFO tells the policy even where a provider has disabled CONFIG. */
async function readPolicy(redis: Pick<RedisClient, 'info'>): Promise<string | undefined> {
  return /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
}

function refuseEvicting(where: string, policy: string | undefined): void {
  if (policy === 'noeviction') return;
  throw new QueueBackendError(
    `${where} has maxmemory-policy "${policy ?? 'unknown'}", under which it drops jobs when memory runs short; ` +
      'set "maxmemory-policy noeviction" (redis-server --maxmemory-policy noeviction, or CONFIG SET maxmemory-policy noeviction)',
  );
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

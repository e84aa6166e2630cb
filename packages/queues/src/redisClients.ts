import type { RedisAddress } from '@newsledger/platform';
import { Cluster, Redis } from 'ioredis';

export type RedisClient = Redis | Cluster;

/** A server whose machine vanished without a word is noticed by its silence; the driver's own guard is off. */
const WATCHED = { keepAlive: 10_000 };

interface ClientOptions {
  /** How often a command is sent again over a new connection; null is for ever. */
  readonly maxRetriesPerRequest: number | null;
  /** Whether commands wait in memory until there is a connection; they do when it is left out. */
  readonly enableOfflineQueue?: boolean;
  /** Connects when it is told to. */
  readonly lazyConnect?: boolean;
  /** The pause before looking for a server again, of whichever kind, in milliseconds; null gives up. */
  readonly retryStrategy?: (tries: number) => number | null;
}

/**
 * Connects to what the address names. After a failover it goes on with the server that took over: it follows a Cluster's
 * redirections, and asks sentinels again.
 */
export function openRedisClient(address: RedisAddress, options: ClientOptions): RedisClient {
  if (address.kind === 'server') return new Redis(address.url, { ...WATCHED, ...options, reconnectOnError });
  const { enableOfflineQueue = true, lazyConnect = false, retryStrategy, maxRetriesPerRequest } = options;
  const { username, password, tls, nodes } = address;
  const login = { ...(username !== undefined && { username }), ...(password !== undefined && { password }) };
  if (address.kind === 'cluster')
    return new Cluster([...nodes], {
      enableOfflineQueue,
      lazyConnect,
      ...(retryStrategy !== undefined && { clusterRetryStrategy: retryStrategy }),
      // Certificates are made out to names, which a lookup would replace by addresses.
      ...(tls && { dnsLookup: (host: string, done: (error: null, address: string) => void) => done(null, host) }),
      redisOptions: { ...WATCHED, maxRetriesPerRequest, ...login, ...(tls && { tls: {} }) },
    });
  const { master, database, sentinelPassword } = address;
  return new Redis({
    ...WATCHED,
    ...options,
    ...login,
    ...(retryStrategy !== undefined && { sentinelRetryStrategy: retryStrategy }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    ...(tls && { tls: {}, enableTLSForSentinelMode: true }),
    sentinels: [...nodes],
    name: master,
    db: database,
    // Otherwise a connection to a master that is cut off, but not dead, would stay.
    failoverDetector: true,
    reconnectOnError,
  });
}

/** A client for a worker, and with it the copies that BullMQ makes of it, to wait for jobs on. */
export function openWorkerClient(address: RedisAddress): { client: RedisClient; all: readonly RedisClient[] } {
  const client = openRedisClient(address, { maxRetriesPerRequest: null });
  const all: RedisClient[] = [client];
  keepCopies(client, all);
  return { client, all };
}

function keepCopies(client: RedisClient, all: RedisClient[]): void {
  if (client instanceof Cluster) {
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (nodes, override) => kept(duplicate(nodes, override), all);
  } else {
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (override) => kept(duplicate(override), all);
  }
}

function kept<Client extends RedisClient>(copy: Client, all: RedisClient[]): Client {
  all.push(copy);
  return copy;
}

/** A master that has become a replica refuses writes: connect anew, and send what it refused again. */
function reconnectOnError(error: Error): false | 2 {
  return error.message.startsWith('READONLY') ? 2 : false;
}

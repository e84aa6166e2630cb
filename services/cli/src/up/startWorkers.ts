import { extractor as currentExtractor } from '@newsledger/claims';
import { createEventStore } from '@newsledger/event-store';
import { modelSettings, prepareEntities, startExtractor } from '@newsledger/extractor';
import { startFetcher } from '@newsledger/fetcher';
import {
  type CloseStack,
  type Config,
  createCloseStack,
  createHttpClient,
  type Logger,
  type Metrics,
  openPool,
  openPools,
  type Pools,
  userAgentOf,
} from '@newsledger/platform';
import { startProjector, startWebhooks } from '@newsledger/projector';
import { configuredTuning, createQueues, type Queues } from '@newsledger/queues';
import { pooledLogin, type RoleLogins } from '../roles/roleLogins.ts';

/** Jobs of a killed process come back after this. No other process renews or waits, so it may be short. */
const LOCK_MS = 8_000;

/** Of each service at most, beside those of its queues: the embedded server takes a hundred in all. */
const CONNECTIONS = { fetcher: 20, extractor: 8, projector: 6 };

export interface Workers {
  readonly pollNow: () => Promise<void>;
  /** Up to where the read models are. */
  readonly projected: () => bigint;
  /** Lets the jobs that run come to their end, for some seconds. */
  readonly close: () => Promise<void>;
}

interface WorkerOptions {
  readonly config: Config;
  /** Each logs in as its own role, as if it ran in a process of its own. */
  readonly logins: RoleLogins;
  readonly logger: Logger;
  /** What this process measures. */
  readonly metrics: Metrics;
}

/** Fetcher, extractor and projector in this process, over queues on the configured backend. */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const running = new AbortController();
  const opened = createCloseStack();
  const close = async () => {
    running.abort();
    await opened.close((name, error) => options.logger.error({ err: error }, `${name} did not close`));
  };
  try {
    return { ...(await openWorkers(options, running.signal, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWorkers(
  { config, logins, logger, metrics }: WorkerOptions,
  signal: AbortSignal,
  opened: CloseStack,
): Promise<Omit<Workers, 'close'>> {
  const http = createHttpClient({
    userAgent: userAgentOf(config.contact),
    allowAddresses: config.allowAddresses,
    credentials: config.credentials,
  });
  opened.push('HTTP client', http.close);

  // Its work lives in sessions: locks, copies, notifications.
  const tables = openPool({ url: logins.newsledger_projector, max: CONNECTIONS.projector, name: 'newsledger' });
  opened.push('database', () => tables.end());
  const projector = startProjector({
    pool: tables,
    store: createEventStore(tables),
    signal,
    metrics,
    logger: logger.child({ name: 'projector' }),
  });
  opened.push('projector', () => projector.done);
  const webhooks = startWebhooks({ pool: tables, http, metrics, logger: logger.child({ name: 'webhooks' }), signal });
  opened.push('webhooks', () => webhooks);

  const reading = openLogin(config, logins.newsledger_extractor, CONNECTIONS.extractor, opened);
  const readingStore = createEventStore(reading.pool);
  const entities = await prepareEntities({ config, pool: reading.pool, store: readingStore, logger });
  const extractor = startExtractor({
    pool: reading.pool,
    store: readingStore,
    queues: await openQueues(config, reading, logger, opened),
    signal,
    metrics,
    logger: logger.child({ name: 'extractor' }),
    entities,
    model: modelSettings(config),
    placedFrom: config.certainty,
  });
  opened.push('extractor', () => extractor.close());

  const fetching = openLogin(config, logins.newsledger_fetcher, CONNECTIONS.fetcher, opened);
  const fetcher = await startFetcher({
    pool: fetching.pool,
    sessions: fetching.sessions,
    store: createEventStore(fetching.pool),
    queues: await openQueues(config, fetching, logger, opened),
    config,
    http,
    signal,
    metrics,
    extractorVersion: currentExtractor.version,
    sweepEveryMs: config.sweepMs,
    logger: logger.child({ name: 'fetcher' }),
  });
  opened.push('fetcher', () => fetcher.close());
  return { pollNow: fetcher.pollNow, projected: projector.position };
}

/** A service's ways to the database as its own role; through the pooler, where there is one. */
function openLogin(config: Config, login: string, max: number, opened: CloseStack): Pools {
  const pooled = pooledLogin(login, config);
  const addresses = pooled === null ? { postgresUrl: login, postgresDirectUrl: null } : { postgresUrl: pooled, postgresDirectUrl: login };
  const pools = openPools({ ...config, ...addresses }, { max, name: 'newsledger' });
  opened.push('database', pools.end);
  return pools;
}

async function openQueues(config: Config, { directUrl, pooledUrl }: Pools, logger: Logger, opened: CloseStack): Promise<Queues> {
  const queues = await createQueues({
    backend: config.queueBackend,
    postgresUrl: directUrl,
    pooledUrl,
    ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
    tuning: configuredTuning(config, LOCK_MS),
    onError: (error, where) => logger.warn({ err: error, where }, 'queue trouble'),
  });
  opened.push('queues', queues.close);
  return queues;
}

import { extractor as currentExtractor } from '@newsledger/claims';
import { createEventStore, type EventStore } from '@newsledger/event-store';
import { modelSettings, prepareEntities, startExtractor } from '@newsledger/extractor';
import { startFetcher } from '@newsledger/fetcher';
import {
  type CloseStack,
  type Config,
  createCloseStack,
  createHttpClient,
  createMetrics,
  type Logger,
  openPool,
  userAgentOf,
} from '@newsledger/platform';
import { startProjector, startWebhooks } from '@newsledger/projector';
import { configuredTuning, createQueues } from '@newsledger/queues';
import type { OpenDatabase } from '../database.ts';

/** Jobs of a killed process come back after this. No other process renews or waits, so it may be short. */
const LOCK_MS = 8_000;

/** For fetcher and extractor together; a pooler has fewer sessions of its own. */
const MAX_POOLED = 30;

export interface Workers {
  readonly pollNow: () => Promise<void>;
  /** Up to where the read models are. */
  readonly projected: () => bigint;
  /** Lets the jobs that run come to their end, for some seconds. */
  readonly close: () => Promise<void>;
}

interface WorkerOptions {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly store: EventStore;
  readonly logger: Logger;
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
  { config, database, store, logger }: WorkerOptions,
  signal: AbortSignal,
  opened: CloseStack,
): Promise<Omit<Workers, 'close'>> {
  const { pool: sessions, url: postgresUrl } = database;
  const pooledUrl = database.server === null && config.postgresDirectUrl !== null ? (config.postgresUrl ?? undefined) : undefined;
  const pool = pooledUrl === undefined ? sessions : openPool({ url: pooledUrl, isPooled: true, max: MAX_POOLED, name: 'newsledger' });
  if (pool !== sessions) opened.push('connections to the pooler', () => pool.end());
  const pooledStore = pool === sessions ? store : createEventStore(pool);
  const metrics = createMetrics();
  const queues = await createQueues({
    backend: config.queueBackend,
    postgresUrl,
    pooledUrl,
    ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
    tuning: configuredTuning(config, LOCK_MS),
    onError: (error, where) => logger.warn({ err: error, where }, 'queue trouble'),
  });
  opened.push('queues', queues.close);
  const http = createHttpClient({
    userAgent: userAgentOf(config.contact),
    allowAddresses: config.allowAddresses,
    credentials: config.credentials,
  });
  opened.push('HTTP client', http.close);
  const projector = startProjector({ pool: sessions, store, signal, metrics, logger: logger.child({ name: 'projector' }) });
  opened.push('projector', () => projector.done);
  const webhooks = startWebhooks({ pool: sessions, http, logger: logger.child({ name: 'webhooks' }), signal });
  opened.push('webhooks', () => webhooks);
  const entities = await prepareEntities({ config, store, pool, logger });
  const extractor = await startExtractor({
    pool,
    store: pooledStore,
    queues,
    signal,
    metrics,
    logger: logger.child({ name: 'extractor' }),
    entities,
    model: modelSettings(config),
  });
  opened.push('extractor', () => extractor.close());
  const fetcher = await startFetcher({
    config,
    pool,
    sessions,
    store: pooledStore,
    queues,
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

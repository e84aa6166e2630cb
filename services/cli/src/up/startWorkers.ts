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
import { configuredTuning, createQueues, type Queues } from '@newsledger/queues';
import type pg from 'pg';
import type { RoleLogins } from '../roles/roleLogins.ts';

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
  { config, logins, logger }: WorkerOptions,
  signal: AbortSignal,
  opened: CloseStack,
): Promise<Omit<Workers, 'close'>> {
  const metrics = createMetrics();
  const http = createHttpClient({
    userAgent: userAgentOf(config.contact),
    allowAddresses: config.allowAddresses,
    credentials: config.credentials,
  });
  opened.push('HTTP client', http.close);

  const tables = openLogin(logins.newsledger_projector, CONNECTIONS.projector, opened);
  const projector = startProjector({ ...tables, signal, metrics, logger: logger.child({ name: 'projector' }) });
  opened.push('projector', () => projector.done);
  const webhooks = startWebhooks({ pool: tables.pool, http, logger: logger.child({ name: 'webhooks' }), signal });
  opened.push('webhooks', () => webhooks);

  const reading = openLogin(logins.newsledger_extractor, CONNECTIONS.extractor, opened);
  const entities = await prepareEntities({ config, ...reading, logger });
  const extractor = startExtractor({
    ...reading,
    queues: await openQueues(config, logins.newsledger_extractor, logger, opened),
    signal,
    metrics,
    logger: logger.child({ name: 'extractor' }),
    entities,
    model: modelSettings(config),
  });
  opened.push('extractor', () => extractor.close());

  const fetcher = await startFetcher({
    ...openLogin(logins.newsledger_fetcher, CONNECTIONS.fetcher, opened),
    queues: await openQueues(config, logins.newsledger_fetcher, logger, opened),
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

function openLogin(url: string, max: number, opened: CloseStack): { pool: pg.Pool; store: EventStore } {
  const pool = openPool({ url, max, name: 'newsledger' });
  opened.push('database', () => pool.end());
  return { pool, store: createEventStore(pool) };
}

async function openQueues(config: Config, postgresUrl: string, logger: Logger, opened: CloseStack): Promise<Queues> {
  const queues = await createQueues({
    backend: config.queueBackend,
    postgresUrl,
    ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
    tuning: configuredTuning(config, LOCK_MS),
    onError: (error, where) => logger.warn({ err: error, where }, 'queue trouble'),
  });
  opened.push('queues', queues.close);
  return queues;
}

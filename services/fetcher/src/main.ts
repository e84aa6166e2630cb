import { extractor } from '@newsledger/claims';
import { createEventStore } from '@newsledger/event-store';
import { createHttpClient, openPools, runService, userAgentOf, watchWork } from '@newsledger/platform';
import { configuredTuning, createQueues } from '@newsledger/queues';
import { startFetcher } from './startFetcher.ts';

/** Above the longest that a page may take, with its redirects and its turn at a busy host. */
const STALLED_AFTER_MS = 180_000;

await runService('fetcher', async ({ config, logger, metrics, signal, opened }) => {
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const { pool, sessions, directUrl, pooledUrl, end } = openPools(config, { max: 30, onLost });
  opened.push('database', end);
  const queues = await createQueues({
    backend: config.queueBackend,
    redisUrl: config.redisUrl ?? undefined,
    postgresUrl: directUrl,
    pooledUrl,
    tuning: configuredTuning(config),
    onError: (error, where) => logger.error({ err: error, where }, 'queue trouble'),
  });
  opened.push('queues', queues.close);
  const http = createHttpClient({
    userAgent: userAgentOf(config.contact),
    allowAddresses: config.allowAddresses,
    credentials: config.credentials,
  });
  opened.push('HTTP client', http.close);
  const store = createEventStore(pool);
  const fetcher = await startFetcher({
    config,
    pool,
    sessions,
    store,
    queues,
    http,
    logger,
    metrics,
    signal,
    extractorVersion: extractor.version,
    sweepEveryMs: config.sweepMs,
  });
  opened.push('fetcher', () => fetcher.close());
  return {
    ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
    work: watchWork({ look: fetcher.look, stalledAfterMs: STALLED_AFTER_MS, signal }),
  };
});

import { extractor } from '@newsledger/claims';
import { createEventStore } from '@newsledger/event-store';
import {
  createHttpClient,
  createLogger,
  createMetrics,
  loadConfig,
  requireSetting,
  shutdownSignal,
  startHealthServer,
  untilAborted,
  userAgentOf,
} from '@newsledger/platform';
import { createQueues } from '@newsledger/queues';
import pg from 'pg';
import { startFetcher } from './startFetcher.ts';

const bootLogger = createLogger('fetcher');
try {
  const config = loadConfig(process.env);
  const logger = createLogger('fetcher', { level: config.logLevel });
  const signal = shutdownSignal();
  const metrics = createMetrics({ processMetrics: true });
  const postgresUrl = requireSetting(config, 'postgresUrl');
  const pool = new pg.Pool({ connectionString: postgresUrl, max: 30 });
  pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'));
  const queues = await createQueues({
    backend: config.queueBackend,
    redisUrl: config.redisUrl ?? undefined,
    postgresUrl,
    onError: (error, where) => logger.error({ err: error, where }, 'queue trouble'),
  });
  const http = createHttpClient({ userAgent: userAgentOf(config.contact), allowAddresses: config.allowAddresses });
  const store = createEventStore(pool);
  const fetcher = await startFetcher({ config, pool, store, queues, http, logger, metrics, signal, extractorVersion: extractor.version });
  const health =
    config.metricsPort === null
      ? null
      : await startHealthServer({
          port: config.metricsPort,
          registry: metrics.registry,
          ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
        });
  logger.info({ metricsPort: health?.port }, 'the fetcher is at work');

  await untilAborted(signal);
  logger.info('the fetcher stops');
  await fetcher.close();
  await health?.close();
  await http.close();
  await queues.close();
  await pool.end();
} catch (error) {
  // The message of a wrong setting says what to do; its stack would hide that.
  bootLogger.fatal({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

import { createEventStore } from '@newsledger/event-store';
import {
  createLogger,
  createMetrics,
  loadConfig,
  requireSetting,
  shutdownSignal,
  startHealthServer,
  untilAborted,
} from '@newsledger/platform';
import { createQueues } from '@newsledger/queues';
import pg from 'pg';
import { startExtractor } from './startExtractor.ts';

const bootLogger = createLogger('extractor');
try {
  const config = loadConfig(process.env);
  const logger = createLogger('extractor', { level: config.logLevel });
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
  const store = createEventStore(pool);
  const extractor = startExtractor({ pool, store, queues, logger, metrics, signal });
  const health =
    config.metricsPort === null
      ? null
      : await startHealthServer({
          port: config.metricsPort,
          registry: metrics.registry,
          ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
        });
  logger.info({ metricsPort: health?.port }, 'the extractor is at work');

  await untilAborted(signal);
  logger.info('the extractor stops');
  await extractor.close();
  await health?.close();
  await queues.close();
  await pool.end();
} catch (error) {
  // The message of a wrong setting says what to do; its stack would hide that.
  bootLogger.fatal({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

import { createEventStore } from '@newsledger/event-store';
import {
  createHttpClient,
  createLogger,
  createMetrics,
  loadConfig,
  openPool,
  requireSetting,
  shutdownSignal,
  startHealthServer,
  startTracing,
  userAgentOf,
} from '@newsledger/platform';
import { startProjector } from './startProjector.ts';
import { startWebhooks } from './webhooks/startWebhooks.ts';

const bootLogger = createLogger('projector');
try {
  const config = loadConfig(process.env);
  const logger = createLogger('projector', { level: config.logLevel });
  const signal = shutdownSignal();
  const metrics = createMetrics({ service: 'projector', processMetrics: true });
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const pool = openPool({ url: requireSetting(config, 'postgresUrl'), onLost });
  const store = createEventStore(pool);
  const tracing = await startTracing('newsledger-projector');
  const projector = startProjector({ pool, store, logger, metrics, signal });
  const http = createHttpClient({ userAgent: userAgentOf(config.contact), allowAddresses: config.allowAddresses });
  const webhooks = startWebhooks({ pool, http, metrics, logger: logger.child({ name: 'webhooks' }), signal });
  const health =
    config.metricsPort === null
      ? null
      : await startHealthServer({
          port: config.metricsPort,
          metrics,
          ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
        });
  logger.info({ metricsPort: health?.port }, 'the projector is at work');

  await Promise.all([projector.done, webhooks]);
  logger.info('the projector stops');
  await health?.close();
  await http.close();
  await tracing?.stop();
  await pool.end();
} catch (error) {
  bootLogger.fatal({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

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
  userAgentOf,
} from '@newsledger/platform';
import { startProjector } from './startProjector.ts';
import { startWebhooks } from './webhooks/startWebhooks.ts';

/** How often the lag is measured while no batch does it. */
const LAG_EVERY_MS = 10_000;

const bootLogger = createLogger('projector');
try {
  const config = loadConfig(process.env);
  const logger = createLogger('projector', { level: config.logLevel });
  const signal = shutdownSignal();
  const metrics = createMetrics({ processMetrics: true });
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  // One process that holds few connections, and most of them for long: nothing to pool.
  const pool = openPool({ url: config.postgresDirectUrl ?? requireSetting(config, 'postgresUrl'), onLost });
  const store = createEventStore(pool);
  const projector = startProjector({ pool, store, logger, metrics, signal });
  const http = createHttpClient({ userAgent: userAgentOf(config.contact), allowAddresses: config.allowAddresses });
  const webhooks = startWebhooks({ pool, http, logger: logger.child({ name: 'webhooks' }), signal });
  const health =
    config.metricsPort === null
      ? null
      : await startHealthServer({
          port: config.metricsPort,
          registry: metrics.registry,
          ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
        });
  const measureLag = async () => metrics.projectionLag.set(Number((await store.lastPosition()) - projector.position()));
  const timer = setInterval(() => void measureLag().catch((error) => logger.warn({ err: error }, 'the lag is unknown')), LAG_EVERY_MS);
  logger.info({ metricsPort: health?.port }, 'the projector is at work');

  await Promise.all([projector.done, webhooks]);
  logger.info('the projector stops');
  clearInterval(timer);
  await health?.close();
  await http.close();
  await pool.end();
} catch (error) {
  bootLogger.fatal({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

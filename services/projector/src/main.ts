import { createEventStore } from '@newsledger/event-store';
import {
  createHttpClient,
  createLogger,
  createMetrics,
  loadConfig,
  openPool,
  requireSetting,
  secretsOf,
  shutdownSignal,
  startHealthServer,
  startTracing,
  userAgentOf,
  watchWork,
} from '@newsledger/platform';
import { createLagLook, readLag } from './health/createLagLook.ts';
import { startProjector } from './startProjector.ts';
import { startWebhooks } from './webhooks/startWebhooks.ts';

/** An event may wait so long to be folded; from then on the backlog must shrink. */
const LAG_BOUND_MS = 60_000;

/** A batch that fails is tried again after ten seconds at most. */
const STALLED_AFTER_MS = 60_000;

/** Connections at most, those for shares left out. */
const CONNECTIONS = 10;

let secrets: readonly string[] = [];
try {
  const config = loadConfig(process.env);
  secrets = secretsOf(config);
  const logger = createLogger('projector', { level: config.logLevel, secrets });
  const signal = shutdownSignal();
  const metrics = createMetrics({ service: 'projector', processMetrics: true });
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const shares = config.projectorShares;
  // One process that holds few connections, and most of them for long: nothing to pool. Each share may be in a transaction of its own.
  const max = shares === 1 ? CONNECTIONS : CONNECTIONS + shares;
  const pool = openPool({ url: config.postgresDirectUrl ?? requireSetting(config, 'postgresUrl'), max, onLost });
  const store = createEventStore(pool);
  const tracing = await startTracing('newsledger-projector');
  const projector = startProjector({ pool, store, logger, metrics, signal, shares });
  const http = createHttpClient({ userAgent: userAgentOf(config.contact), allowAddresses: config.allowAddresses });
  const webhooks = startWebhooks({ pool, http, metrics, logger: logger.child({ name: 'webhooks' }), signal });
  const look = createLagLook(() => readLag(store, projector.position()), LAG_BOUND_MS);
  const health =
    config.metricsPort === null
      ? null
      : await startHealthServer({
          port: config.metricsPort,
          metrics,
          ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
          work: watchWork({ look, stalledAfterMs: STALLED_AFTER_MS, signal }),
        });
  logger.info({ metricsPort: health?.port }, 'the projector is at work');

  await Promise.all([projector.done, webhooks]);
  logger.info('the projector stops');
  await health?.close();
  await http.close();
  await tracing?.stop();
  await pool.end();
} catch (error) {
  createLogger('projector', { secrets }).fatal({ err: error }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

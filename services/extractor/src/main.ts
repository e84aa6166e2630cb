import { createEventStore } from '@newsledger/event-store';
import { openPool, requireSetting, runService, watchWork } from '@newsledger/platform';
import { configuredTuning, createQueues } from '@newsledger/queues';
import { prepareEntities } from './entities/prepareEntities.ts';
import { modelSettings } from './model/modelSettings.ts';
import { startExtractor } from './startExtractor.ts';

/** Far above the longest reading of one article, and the pauses of a busy machine. */
const STALLED_AFTER_MS = 120_000;

await runService('extractor', async ({ config, logger, metrics, signal, opened }) => {
  const postgresUrl = requireSetting(config, 'postgresUrl');
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const pool = openPool({ url: postgresUrl, max: 30, onLost });
  opened.push('database', () => pool.end());
  const queues = await createQueues({
    backend: config.queueBackend,
    redisUrl: config.redisUrl ?? undefined,
    postgresUrl,
    tuning: configuredTuning(config),
    onError: (error, where) => logger.error({ err: error, where }, 'queue trouble'),
  });
  opened.push('queues', queues.close);
  const store = createEventStore(pool);
  const entities = await prepareEntities({ config, store, pool, logger });
  const extractor = startExtractor({
    pool,
    store,
    queues,
    logger,
    metrics,
    signal,
    entities,
    model: modelSettings(config),
    placedFrom: config.certainty,
  });
  opened.push('extractor', () => extractor.close());
  return {
    ready: async () => (await pool.query('SELECT 1')).rowCount === 1,
    work: watchWork({ look: extractor.look, stalledAfterMs: STALLED_AFTER_MS, signal }),
  };
});

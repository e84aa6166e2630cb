import { createEventStore } from '@newsledger/event-store';
import { openPools, runService, watchWork } from '@newsledger/platform';
import { configuredTuning, createQueues } from '@newsledger/queues';
import { prepareEntities } from './entities/prepareEntities.ts';
import { modelSettings } from './model/modelSettings.ts';
import { startExtractor } from './startExtractor.ts';

/** Far above the longest reading of one article, and the pauses of a busy machine. */
const STALLED_AFTER_MS = 120_000;

await runService('extractor', async ({ config, logger, metrics, signal, opened }) => {
  const onLost = (error: Error) => logger.warn({ err: error }, 'an idle database connection was lost');
  const { pool, directUrl, pooledUrl, end } = openPools(config, { max: 30, onLost });
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

import type { EntityEntry } from '@newsledger/claims';
import { type EventStore, tellAppends } from '@newsledger/event-store';
import { createMetrics, type Logger, type Look, type Metrics, type WorkPoolOptions } from '@newsledger/platform';
import { createQueueLook, createWorker, type Queues, traceAppends } from '@newsledger/queues';
import { PLACED_FROM } from '@newsledger/read-models';
import type pg from 'pg';
import { createListedDescriber } from './entities/describeListed.ts';
import { type ExtractorContext, extractArticle } from './extractArticle.ts';
import { createModelBudget } from './model/modelBudget.ts';
import { createModelExtractor } from './model/modelExtractor.ts';
import type { ModelSettings } from './model/modelSettings.ts';
import { createPublisherNames } from './publisherNames.ts';
import { createReaders } from './readers.ts';

/** Extraction is the processor's work: two, so that one computes while the other waits for the database. */
const CONCURRENCY = 2;

/** Orchestrators kill what has not ended 10 s after they asked. */
const CLOSE_DEADLINE_MS = 8_000;

export interface ExtractorOptions {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly queues: Queues;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  /** Ends it, as `close` does. */
  readonly signal: AbortSignal;
  readonly concurrency?: number;
  /** Names that texts are searched for besides the built-in list, from `prepareEntities`. */
  readonly entities?: readonly EntityEntry[];
  /** A language model that reads after the rules; none unless one is given. */
  readonly model?: ModelSettings | null;
  /** Certainty from which claims count; that of the rules when left out. */
  readonly placedFrom?: number | null;
  /** Other limits, or another reader, for the processes that read. */
  readonly readers?: Partial<WorkPoolOptions>;
}

export interface Extractor {
  /** Takes no more jobs and waits for those at work until the deadline. False when some had to be left behind. */
  close(deadlineMs?: number): Promise<boolean>;
  /** Whether it takes what waits, for `watchWork`. */
  readonly look: () => Promise<Look>;
}

/** Works on the extract queue. Scale by starting more of them. */
export function startExtractor(options: ExtractorOptions): Extractor {
  const { pool, queues, logger, signal, metrics = createMetrics() } = options;
  const store = traceAppends(tellAppends(options.store, metrics.countAppend), pool);
  const concurrency = options.concurrency ?? CONCURRENCY;
  const readers = createReaders({ size: concurrency, ...options.readers });
  const settings = options.model ?? null;
  if (settings !== null)
    logger.info({ model: settings.name, tokensPerDay: settings.tokensPerDay }, 'a language model reads after the rules');
  const context: ExtractorContext = {
    pool,
    store,
    logger,
    metrics,
    model:
      settings === null
        ? null
        : createModelExtractor({ settings, budget: createModelBudget(pool, settings.tokensPerDay), logger, metrics }),
    readers,
    entities: options.entities ?? [],
    describeListed: createListedDescriber(store),
    placedFrom: options.placedFrom ?? PLACED_FROM,
    publisherOf: createPublisherNames(store),
  };
  const worker = createWorker(
    queues,
    'extract',
    async (data, job) => {
      await extractArticle(context, data, job);
    },
    { concurrency, onEnd: metrics.countJob },
  );
  let closed: Promise<boolean> | undefined;
  const close = (deadlineMs = CLOSE_DEADLINE_MS) => (closed ??= worker.close(deadlineMs).finally(() => readers.close()));
  signal.addEventListener('abort', () => close().catch((error: unknown) => logger.error({ err: error }, 'the extractor did not close')), {
    once: true,
  });
  return { close, look: createQueueLook(['extract'], queues.counts, worker.ended) };
}

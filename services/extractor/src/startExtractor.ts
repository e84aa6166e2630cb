import type { EventStore } from '@newsledger/event-store';
import { createMetrics, type Logger, type Metrics } from '@newsledger/platform';
import { createWorker, type Queues } from '@newsledger/queues';
import type pg from 'pg';
import { type ExtractorContext, extractArticle } from './extractArticle.ts';
import { createPublisherNames } from './publisherNames.ts';

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
}

export interface Extractor {
  /** Takes no more jobs and waits for those at work until the deadline. False when some had to be left behind. */
  close(deadlineMs?: number): Promise<boolean>;
}

/** Works on the extract queue. Scale by starting more of them. */
export function startExtractor(options: ExtractorOptions): Extractor {
  const { pool, store, queues, logger, signal } = options;
  const context: ExtractorContext = {
    pool,
    store,
    logger,
    metrics: options.metrics ?? createMetrics(),
    publisherOf: createPublisherNames(store),
  };
  const worker = createWorker(
    queues,
    'extract',
    async (data, job) => {
      await extractArticle(context, data, job);
    },
    { concurrency: options.concurrency ?? CONCURRENCY },
  );
  let closed: Promise<boolean> | undefined;
  const close = (deadlineMs = CLOSE_DEADLINE_MS) => (closed ??= worker.close(deadlineMs));
  signal.addEventListener('abort', () => close().catch((error: unknown) => logger.error({ err: error }, 'the extractor did not close')), {
    once: true,
  });
  return { close };
}

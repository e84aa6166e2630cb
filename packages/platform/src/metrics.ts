import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds from a fast local answer to a slow page at its time limit. */
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export type Metrics = ReturnType<typeof createMetrics>;

/** One registry per process, with every measure that the services take. */
export function createMetrics(options: { processMetrics?: boolean } = {}) {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    polls: new Counter({
      name: 'newsledger_polls_total',
      help: 'Polls of sources, by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    discovered: new Counter({ name: 'newsledger_articles_discovered_total', help: 'New or changed feed entries.', registers }),
    captures: new Counter({
      name: 'newsledger_captures_total',
      help: 'Attempts to capture an article, by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    captureSeconds: new Histogram({
      name: 'newsledger_capture_seconds',
      help: 'Time to capture one article.',
      buckets: SECONDS,
      registers,
    }),
    fetchedBytes: new Counter({ name: 'newsledger_fetched_bytes_total', help: 'Bytes of bodies fetched, decompressed.', registers }),
    extractions: new Counter({
      name: 'newsledger_extractions_total',
      help: 'Extractions, by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    extractionSeconds: new Histogram({
      name: 'newsledger_extraction_seconds',
      help: 'Time to read one article and extract its claims.',
      buckets: SECONDS,
      registers,
    }),
    claims: new Counter({ name: 'newsledger_claims_total', help: 'Claims reported, by kind.', labelNames: ['kind'] as const, registers }),
    modelRequests: new Counter({
      name: 'newsledger_model_requests_total',
      help: 'Questions to a language model, by outcome; `capped` were not sent.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    projectedEvents: new Counter({ name: 'newsledger_projected_events_total', help: 'Events folded into read models.', registers }),
    projectionLag: new Gauge({
      name: 'newsledger_projection_lag_events',
      help: 'Positions between the end of the log and the read models.',
      registers,
    }),
    queueDepth: new Gauge({
      name: 'newsledger_queue_depth',
      help: 'Work that is waiting, by queue.',
      labelNames: ['queue'] as const,
      registers,
    }),
  };
}

import { collectDefaultMetrics, Registry } from 'prom-client';
import { createCounts } from './counts.ts';
import { createFamilies, type ProcessName, serviceNames } from './families.ts';
import { fetchingMetrics } from './fetchingMetrics.ts';
import { readingMetrics } from './readingMetrics.ts';
import { createScrapeMeasures } from './scrapeMeasures.ts';
import { tableMetrics } from './tableMetrics.ts';
import { webMetrics } from './webMetrics.ts';
import { workMetrics } from './workMetrics.ts';

export type Metrics = ReturnType<typeof createMetrics>;

export interface MetricsOptions {
  /** Exports only what this service measures; everything when left out. */
  readonly service?: ProcessName;
  /** Exports memory, processor time and the event loop of this process, too. */
  readonly processMetrics?: boolean;
}

/** One registry per process, with every metric that its services take. */
export function createMetrics({ service, processMetrics = false }: MetricsOptions = {}) {
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const families = createFamilies(registry, service ?? null);
  const measureFailures = families.counter({
    name: 'newsledger_measure_failures_total',
    help: 'Times that something could not be measured when metrics were asked for; its gauges are left out then.',
    labels: [{ name: 'measure', values: ['queues', 'sources', 'log', 'shares', 'rebuilds', 'deliveries', 'figures'] }],
    services: serviceNames,
  });
  const measures = createScrapeMeasures((measure) => measureFailures.inc({ measure }));
  const ofWork = workMetrics(families);
  const ofTables = tableMetrics(families);
  return {
    ...ofWork,
    ...ofTables,
    ...createCounts({ ...ofWork, ...ofTables }),
    ...fetchingMetrics(families),
    ...readingMetrics(families),
    ...webMetrics(families),
    measureFailures,
    registry,
    /** Has something looked at whenever metrics are asked for. */
    addMeasure: measures.add,
    contentType: registry.contentType,
    /** All of it in Prometheus' text format, as it is now. */
    scrape: async (): Promise<string> => {
      await measures.takeAll();
      return registry.metrics();
    },
    /** The product's own families, in the order they are defined. */
    described: families.described,
  };
}

/** What prom-client says of any process, for the page of metrics. */
export async function describeProcessMetrics(): Promise<{ name: string; type: string; help: string }[]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const metrics = await registry.getMetricsAsJSON();
  return metrics.map(({ name, type, help }) => ({ name, type: String(type), help }));
}

import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** The processes that a metric can come from. `newsledger up` is all of them in one. */
export type ServiceName = 'fetcher' | 'extractor' | 'projector' | 'web';

/** What runs until it is told to end; regular backups have no metrics but those of every process. */
export type ProcessName = ServiceName | 'backup';

export const serviceNames: readonly ServiceName[] = ['fetcher', 'extractor', 'projector', 'web'];

/** A label, whose values are few: listed, or where something else lists them, named in words. */
interface Label<Name extends string> {
  readonly name: Name;
  readonly values: readonly string[] | string;
  /** What the values mean, where they don't say it themselves. */
  readonly meaning?: string;
}

export interface Family<Name extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label<Name>[];
  /** Those that measure it; others don't export it. */
  readonly services: readonly ServiceName[];
}

/** One family of metrics, as docs/metrics.md shows it. */
export interface DescribedMetric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly Label<string>[];
  readonly services: readonly ServiceName[];
}

/**
 * What the files beside this one define metrics with.
 * @param service exports only what is its own; null exports everything.
 */
export function createFamilies(registry: Registry, service: ProcessName | null) {
  const described: DescribedMetric[] = [];
  const define = <Name extends string>(type: DescribedMetric['type'], { name, help, labels = [], services }: Family<Name>) => {
    described.push({ name, type, help, labels, services });
    const registers = service === null || services.some((one) => one === service) ? [registry] : [];
    return { name, help, labelNames: labels.map((label) => label.name), registers };
  };
  return {
    described,
    /** Counters whose labels are listed begin at 0: the first failure is an increase then, as `rate` wants it. */
    counter: <Name extends string = never>(family: Family<Name>) => {
      const counter = new Counter<Name>(define('counter', family));
      for (const labels of combinations(family.labels ?? [])) counter.inc(labels, 0);
      return counter;
    },
    gauge: <Name extends string = never>(family: Family<Name>) => new Gauge<Name>(define('gauge', family)),
    histogram: <Name extends string = never>(family: Family<Name> & { readonly buckets: readonly number[] }) =>
      new Histogram<Name>({ ...define('histogram', family), buckets: [...family.buckets] }),
  };
}

/** Every combination of the labels' values; none where one of them is not listed, or where there are no labels. */
function combinations<Name extends string>(labels: readonly Label<Name>[]): Partial<Record<Name, string>>[] {
  if (labels.length === 0) return [];
  return labels.reduce<Partial<Record<Name, string>>[]>(
    (begun, { name, values }) =>
      typeof values === 'string' ? [] : begun.flatMap((labelled) => values.map((value) => ({ ...labelled, [name]: value }))),
    [{}],
  );
}

export type Families = ReturnType<typeof createFamilies>;

/** Seconds from a fast local answer to a slow page at its time limit. */
export const SECONDS: readonly number[] = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

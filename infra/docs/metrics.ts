import { createMetrics, type DescribedMetric, describeProcessMetrics, serviceNames } from '@newsledger/platform';

/** The page of all metrics, made from where they are defined. */
export async function metricsPage(): Promise<string> {
  const { described } = createMetrics();
  return [
    '# Metrics',
    '',
    'Made by `npm run docs` from `packages/platform/src/metrics`. Each service exports its own in the text format of Prometheus at `/metrics` of the port that `NEWSLEDGER_METRICS_PORT` names, the pages at their own port, too; `newsledger up` exports all of them beside its pages. [observability.md](observability.md) says how to look at them.',
    '',
    'Labels have few values, all of them known beforehand: no source, address or article is one. Counters whose values are listed begin at 0. What can not be measured when it is asked for, such as queues while the database is away, is left out rather than told as it was.',
    '',
    '| metric | type | labels | from | meaning |',
    '|---|---|---|---|---|',
    ...described.map(
      (metric) => `| \`${metric.name}\` | ${metric.type} | ${labelNames(metric)} | ${servicesOf(metric)} | ${cell(metric.help)} |`,
    ),
    '',
    '## Labels',
    '',
    '| metric | label | values |',
    '|---|---|---|',
    ...described.flatMap(({ name, labels }) => labels.map((label) => `| \`${name}\` | \`${label.name}\` | ${cell(valuesOf(label))} |`)),
    '',
    '## Of every process',
    '',
    'By prom-client; where a system does not tell one of them, it is missing.',
    '',
    '| metric | type | meaning |',
    '|---|---|---|',
    ...(await describeProcessMetrics()).map(({ name, type, help }) => `| \`${name}\` | ${type} | ${cell(help)} |`),
    '',
  ].join('\n');
}

function labelNames({ labels }: DescribedMetric): string {
  return labels.map(({ name }) => `\`${name}\``).join(', ');
}

function servicesOf({ services }: DescribedMetric): string {
  return services.length === serviceNames.length ? 'all' : services.join(', ');
}

function valuesOf({ values, meaning }: DescribedMetric['labels'][number]): string {
  const listed = typeof values === 'string' ? values : values.map((value) => `\`${value}\``).join(', ');
  return meaning === undefined ? listed : `${listed}; ${meaning}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

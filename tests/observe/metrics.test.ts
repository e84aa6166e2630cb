import { spawnSync } from 'node:child_process';
import { catalogue } from '@newsledger/events';
import { createMetrics, type DescribedMetric, serviceNames } from '@newsledger/platform';
import { waitFor } from '@newsledger/test-support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { parseMetrics, type Sample, type Scrape } from './parseMetrics.ts';
import { familiesIn, readDashboardQueries, readObjectiveQueries, readRules, readRunbooks } from './ruleFiles.ts';
import { type SampleSystem, startSampleSystem } from './sampleSystem.ts';
import { startPrometheus } from './startPrometheus.ts';

const hasPrometheus = spawnSync('prometheus', ['--version']).status === 0;

let system: SampleSystem;
let scrapes: Map<string, Scrape>;
const { described } = createMetrics();

beforeAll(async () => {
  system = await startSampleSystem();
  for (const page of ['/', '/figures', '/figures/none', '/no-such-page', '/another-page', '/api/v1/figures'])
    await fetch(`${system.webUrl}${page}`);
  scrapes = new Map();
  for (const service of serviceNames) scrapes.set(service, parseMetrics(await system.scrape(service)));
});
afterAll(() => system?.close());

it('every service exports the metrics that the page says are its own, with their types, and no others', () => {
  for (const service of serviceNames) {
    const own = described.filter(({ services }) => services.includes(service));
    const exported = [...typesOf(service)].filter(([name]) => name.startsWith('newsledger_'));
    expect(Object.fromEntries(exported), service).toEqual(Object.fromEntries(own.map(({ name, type }) => [name, type])));
  }
});

it('every process says how it fares itself', () => {
  for (const service of serviceNames) {
    expect(numberOf(service, 'process_resident_memory_bytes')).toBeGreaterThan(10e6);
    expect(numberOf(service, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
  }
});

it('the numbers are those of a sample run that is done', () => {
  expect(numberOf('fetcher', 'newsledger_polls_total', { outcome: 'read' })).toBeGreaterThanOrEqual(8);
  expect(numberOf('fetcher', 'newsledger_poll_duration_seconds_count')).toBeGreaterThanOrEqual(8);
  expect(numberOf('fetcher', 'newsledger_sources', { health: 'healthy' })).toBeGreaterThanOrEqual(6);
  expect(numberOf('fetcher', 'newsledger_articles_discovered_total')).toBeGreaterThan(50);
  expect(numberOf('fetcher', 'newsledger_captures_total', { outcome: 'captured' })).toBeGreaterThan(40);
  expect(numberOf('fetcher', 'newsledger_capture_duration_seconds_sum')).toBeGreaterThan(0);
  expect(numberOf('fetcher', 'newsledger_fetches_total', { what: 'page', answer: '2xx' })).toBeGreaterThan(40);
  expect(numberOf('fetcher', 'newsledger_fetched_bytes_total')).toBeGreaterThan(50_000);
  expect(numberOf('fetcher', 'newsledger_jobs_total', { queue: 'capture', outcome: 'done' })).toBeGreaterThan(40);
  expect(numberOf('fetcher', 'newsledger_queue_jobs', { queue: 'extract', state: 'completed' })).toBeGreaterThan(40);
  expect(numberOf('fetcher', 'newsledger_queue_oldest_job_age_seconds', { queue: 'extract' })).toBe(0);
  expect(numberOf('fetcher', 'newsledger_events_appended_total', { type: 'ArticleDiscovered' })).toBeGreaterThan(50);
  expect(numberOf('extractor', 'newsledger_extractions_total', { outcome: 'extracted' })).toBeGreaterThan(40);
  expect(numberOf('extractor', 'newsledger_extraction_duration_seconds_count')).toBeGreaterThan(40);
  expect(numberOf('extractor', 'newsledger_article_claims_count', { kind: 'figure' })).toBeGreaterThan(40);
});

it('what the extractor counts of claims is what the log and the tables hold', async () => {
  const { rows } = await system.pool.query<{ figures: number; deals: number; unplaced: number; events: number; disputed: number }>(
    `SELECT count(*) FILTER (WHERE type = 'FigureReported')::int AS figures,
            count(*) FILTER (WHERE type = 'DealReported')::int AS deals,
            count(*)::int AS events,
            (SELECT count(*)::int FROM newsledger.figures WHERE agreement = 'disputed') AS disputed
       FROM ledger.events`,
  );
  const [log] = rows;
  const counted = (kind: string, placed: string) => numberOf('extractor', 'newsledger_claims_total', { kind, placed });
  expect(counted('figure', 'yes') + counted('figure', 'no')).toBe(log?.figures);
  expect(counted('deal', 'yes') + counted('deal', 'no')).toBe(log?.deals);
  expect(counted('figure', 'yes')).toBeGreaterThan(100);
  expect(counted('figure', 'no')).toBeGreaterThan(0);
  expect(numberOf('projector', 'newsledger_events_folded_total')).toBe(log?.events);
  expect(numberOf('projector', 'newsledger_log_position')).toBeGreaterThanOrEqual(log?.events ?? Number.NaN);
  expect(numberOf('projector', 'newsledger_projection_lag_events')).toBe(0);
  expect(numberOf('projector', 'newsledger_projection_lag_seconds')).toBe(0);
  expect(numberOf('projector', 'newsledger_figures', { agreement: 'disputed' })).toBe(log?.disputed);
  expect(log?.disputed).toBeGreaterThan(0);
});

it('requests are counted by the template of their route', () => {
  const of = (route: string) =>
    numberOf('web', 'newsledger_http_requests_total', { method: 'GET', route, status: route === 'none' ? '404' : '200' });
  expect(of('/figures')).toBe(1);
  expect(of('none')).toBe(2);
  expect(samplesOf('web').filter(({ labels }) => labels.route?.includes('none/')).length).toBe(0);
});

it('labels take only the values that the page lists, and no metric has many series', () => {
  const types = Object.keys(catalogue);
  for (const metric of described)
    for (const service of metric.services) {
      const own = samplesOf(service).filter(({ name }) => name === metric.name || name === `${metric.name}_count`);
      expect(own.length, `${metric.name} of ${service}`).toBeLessThanOrEqual(100);
      for (const label of metric.labels) {
        const seen = new Set(own.map(({ labels }) => labels[label.name]));
        const listed = label.name === 'type' ? types : label.values;
        if (typeof listed !== 'string') expect(listed, `${metric.name}{${label.name}}`).toEqual(expect.arrayContaining([...seen]));
      }
    }
});

it('no label names a source, an article or an address', () => {
  for (const service of serviceNames)
    for (const { name, labels } of samplesOf(service))
      for (const value of Object.values(labels)) expect(value, name).not.toMatch(/:\/\/|meridian|[0-9a-f]{8}-[0-9a-f]{4}/);
});

it('a family without series is there all the same once its stage has begun', () => {
  const isMissing = ({ name, labels, services }: DescribedMetric) =>
    services.some(
      (service) =>
        !samplesOf(service).some((sample) => sample.name === name || sample.name === `${name}_count`) &&
        // A label without a list has series once it was seen; so has a histogram with labels.
        labels.length === 0,
    );
  expect(described.filter(isMissing).map(({ name }) => name)).toEqual([]);
});

it('what alerts, panels and objectives ask for is exported by this very run', async () => {
  const exported = new Set(serviceNames.flatMap((service) => [...typesOf(service).keys()]));
  const asked = [...(await readRules()).map(({ expr }) => expr), ...(await readDashboardQueries()), ...(await readObjectiveQueries())];
  expect(asked.flatMap(familiesIn).filter((family) => !exported.has(family))).toEqual([]);
});

it('the SQL of the runbooks is answered', async () => {
  const statements = [...(await readRunbooks()).values()].flatMap((text) =>
    [...text.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql),
  );
  expect(statements.length).toBeGreaterThan(8);
  for (const sql of statements) await system.pool.query(sql);
});

it.skipIf(!hasPrometheus)(
  'Prometheus sees every service, and has an answer or silence for every rule and panel (needs prometheus)',
  async () => {
    const prometheus = await startPrometheus(system.targets);
    try {
      await waitFor('all targets', async () => {
        const { data } = targetsAnswer.parse(await prometheus.ask('targets'));
        return data.activeTargets.length === 4 && data.activeTargets.every(({ health }) => health === 'up');
      });
      await waitFor('a record', async () => {
        const { data } = queryAnswer.parse(await prometheus.ask('query?query=newsledger:tables_fresh:bool'));
        return data.result.length > 0;
      });
      const { data } = rulesAnswer.parse(await prometheus.ask('rules'));
      expect(data.groups.flatMap(({ rules }) => rules).filter(({ health }) => health === 'err')).toEqual([]);
      expect(data.groups.flatMap(({ rules }) => rules).filter(({ state }) => state === 'firing')).toEqual([]);
      for (const query of [...(await readDashboardQueries()), ...(await readObjectiveQueries())])
        expect(await prometheus.ask(`query?query=${encodeURIComponent(query)}`), query).toMatchObject({ status: 'success' });
    } finally {
      await prometheus.close();
    }
  },
);

const targetsAnswer = z.object({ data: z.object({ activeTargets: z.array(z.object({ health: z.string() })) }) });
const queryAnswer = z.object({ data: z.object({ result: z.array(z.unknown()) }) });
const rulesAnswer = z.object({
  data: z.object({
    groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string(), state: z.string().optional() })) })),
  }),
});

function typesOf(service: string): ReadonlyMap<string, string> {
  return scrapes.get(service)?.types ?? new Map();
}

function samplesOf(service: string): readonly Sample[] {
  return scrapes.get(service)?.samples ?? [];
}

/** The one value of these labels; NaN when there is none. */
function numberOf(service: string, name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = samplesOf(service).filter(
    (sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  );
  return found.length === 1 ? (found[0]?.value ?? Number.NaN) : Number.NaN;
}

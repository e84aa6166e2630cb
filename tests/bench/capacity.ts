/**
 * What a day of many sources asks of the system.
 *
 * `node tests/bench/capacity.ts measure [articles]` reads so many articles, and half of them, for real, and keeps what one costs in
 * capacity/costs.json; `check [articles]` predicts from these how long a run of another size takes and compares it with one;
 * `node tests/bench/capacity.ts [sources]` plays a day of 100,000 sources, or so many, with more and more workers.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Costs, costsBetween, type PipelineRun, wholeMs } from './capacity/costs.ts';
import { publishingDay } from './capacity/publishingDay.ts';
import { serve } from './capacity/serve.ts';
import { ANSWER_MS, type Fleet, POLLS_AT_ONCE, simulateDay } from './capacity/simulateDay.ts';

const costsFile = path.join(import.meta.dirname, 'capacity/costs.json');

/** A prediction that is further off says that something of the model is wrong. */
const TOLERANCE = 0.2;

/** Of a source, in the mean of a day as it is played. */
const POLLS_A_DAY = 24;

const [what = '100000', size] = process.argv.slice(2);
if (what === 'measure') measure(Number(size ?? 1600));
else if (what === 'check') check(Number(size ?? 1600));
else simulate(Number(what));

function measure(articles: number): void {
  const costs = costsBetween(runPipeline(articles / 2), runPipeline(articles));
  writeFileSync(
    costsFile,
    `${JSON.stringify(costs, (_key, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value), 2)}\n`,
  );
  console.log(readFileSync(costsFile, 'utf8'));
}

/** All processors of this machine work at everything, as in the real run, where all articles are there from the beginning. */
function check(articles: number): void {
  const fixed = runPipeline(Math.max(20, articles / 4));
  const costs = readCosts();
  const more = articles - fixed.articles;
  const played = serve(new Float64Array(more), () => wholeMs(costs), availableParallelism());
  const predictedMs = fixed.ms + Math.max(...played.doneAt);
  const { ms } = runPipeline(articles);
  const off = predictedMs / ms - 1;
  console.log(`${articles} articles: predicted ${seconds(predictedMs)} s, took ${seconds(ms)} s, ${(off * 100).toFixed(0)} % off`);
  process.exitCode = Math.abs(off) <= TOLERANCE ? 0 : 1;
}

function simulate(sources: number): void {
  const costs = readCosts();
  const day = publishingDay(sources);
  console.log(`${sources} sources publish ${day.total} articles\n`);
  console.log(
    '| fetchers | extractors | database cores | deepest queue: poll, capture, extract, fold | lag, s: median, 95 %, worst | load: fetchers, extractors, projector, database |',
  );
  console.log('|---:|---:|---:|---|---|---|');
  for (const fleet of fleetsFor(sources, day.total, costs)) {
    const { deepest, lagSeconds, load } = simulateDay(day, costs, fleet);
    const depths = [deepest.poll, deepest.capture, deepest.extract, deepest.fold].join(', ');
    const lags = [lagSeconds.median, lagSeconds.p95, lagSeconds.worst].map((lag) => lag.toFixed(lag < 10 ? 1 : 0)).join(', ');
    const loads = [load.fetchers, load.extractors, load.projector, load.database].map((share) => share.toFixed(2)).join(', ');
    console.log(`| ${fleet.fetchers} | ${fleet.extractors} | ${fleet.databaseCores} | ${depths} | ${lags} | ${loads} |`);
  }
  const { article } = costs;
  if (article.logBytes === 0) {
    console.log('\nWhat is written was not measured yet: run `measure`.');
    return;
  }
  const perDay = (bytes: number) => `${((bytes * day.total) / 1e9).toFixed(1)} GB`;
  console.log(
    `\nA day writes: log ${perDay(article.logBytes)}, captures ${perDay(article.captureBytes)}, tables ${perDay(article.tableBytes)}, queues ${perDay(article.queueBytes)} until they are emptied, write-ahead log ${perDay(article.walBytes)}; and fetches ${perDay(article.networkBytes)}.`,
  );
}

/** From too few extractors to more than enough. */
function fleetsFor(sources: number, articles: number, costs: Costs): Fleet[] {
  const needed = (articles * costs.extract.workerMs) / 86_400_000 / 2;
  const polls = sources * POLLS_A_DAY;
  const fetching = Math.max(articles * costs.capture.workerMs + polls * costs.poll.workerMs, (polls * ANSWER_MS) / POLLS_AT_ONCE);
  const fetchers = Math.max(2, Math.ceil(fetching / 86_400_000) * 2);
  const database =
    (articles * (costs.capture.databaseMs + costs.extract.databaseMs + costs.fold.databaseMs) + polls * costs.poll.databaseMs) / 86_400_000;
  const databaseCores = Math.max(2, Math.ceil(database * 2));
  const extractors = new Set([1, 2, ...[0.5, 1, 1.5, 2, 3, 4].map((share) => Math.max(1, Math.ceil(needed * share)))]);
  return [...extractors].sort((a, b) => a - b).map((count) => ({ fetchers, extractors: count, databaseCores }));
}

function runPipeline(articles: number): PipelineRun {
  const script = path.join(import.meta.dirname, 'pipeline.ts');
  const output = execFileSync(process.execPath, [script, `${articles}`, 'postgres', '--json'], { encoding: 'utf8' });
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}

function readCosts(): Costs {
  return JSON.parse(readFileSync(costsFile, 'utf8'));
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}

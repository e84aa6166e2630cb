/**
 * Articles a second from local HTTP to reconciled rows, and where the time goes: `node tests/bench/pipeline.ts [articles] [redis] [--json]`.
 * With `--json` the last line is what tests/bench/capacity.ts reads.
 *
 * Fetcher, extractor and projector work in this process, as in `newsledger up`, with the processes that they start to read pages and claims,
 * on a site of this machine, into a throw-away PostgreSQL with fsync on. The site's host counts as one's own, so that no pause is kept between
 * requests. The clock runs from the first poll until no work is left and the tables hold the whole log. Processor time is told by stage: of the
 * reading processes by what they read, of PostgreSQL by whose connection it was, of this process by the code that a sample fell into.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractor as currentExtractor } from '@newsledger/claims';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { startExtractor } from '@newsledger/extractor';
import { startFetcher } from '@newsledger/fetcher';
import { createHttpClient, createLogger, createMetrics, openEmbeddedPostgres, openPool } from '@newsledger/platform';
import { startProjector } from '@newsledger/projector';
import { createQueues, isIdle, migrateQueues } from '@newsledger/queues';
import { migrateReadModels, rebuildIfOutdated } from '@newsledger/read-models';
import type { PipelineRun } from './capacity/costs.ts';
import { bytesOf } from './pipeline/bytesOf.ts';
import type { ProcessTime } from './pipeline/cpuTimes.ts';
import { profileThread } from './pipeline/profileThread.ts';
import { watchTimes } from './pipeline/watchTimes.ts';
import { startRedis } from './startRedis.ts';

const PER_FEED = 20;
const FEEDS = Math.ceil(Number(process.argv[2] ?? 200) / PER_FEED);
const ARTICLES = FEEDS * PER_FEED;
const BACKEND = process.argv[3] === 'redis' ? 'redis' : 'postgres';

const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
// The server may run as another user, who must get in.
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
const redis = BACKEND === 'redis' ? await startRedis() : null;
const site = fork(path.join(import.meta.dirname, 'pipeline/articleSite.ts'), [`${FEEDS}`, `${PER_FEED}`]);
const port = await new Promise<number>((resolve) => site.once('message', (message) => resolve(Number(message))));

const pools = {
  fetch: openPool({ url: postgres.url, max: 20, name: 'bench fetch' }),
  extract: openPool({ url: postgres.url, max: 10, name: 'bench extract' }),
  project: openPool({ url: postgres.url, max: 8, name: 'bench project' }),
};
await migrateEventStore(pools.project);
await migrateQueues(pools.project);
await migrateReadModels(pools.project);
const store = createEventStore(pools.project);
await rebuildIfOutdated(pools.project, store);
const queues = await createQueues({
  backend: BACKEND,
  redisUrl: redis?.url,
  postgresUrl: postgres.url,
  onError: (error, where) => console.error(where, error.message),
});
const http = createHttpClient({ userAgent: 'Newsledger/bench', allowAddresses: ['127.0.0.0/8'] });
const metrics = createMetrics();
const logger = createLogger('bench', { level: 'error' });
const stop = new AbortController();
const { signal } = stop;
const sources = path.join(folder, 'sources.yaml');
await writeFile(
  sources,
  `sources:\n${Array.from({ length: FEEDS }, (_, n) => `  - { id: feed-${n}, url: "http://127.0.0.1:${port}/feed/${n}", every: 1d }`).join('\n')}\n`,
);

try {
  const times = await watchTimes(ownerOf);
  const own = process.cpuUsage();
  const profile = await profileThread();
  const began = performance.now();
  const projector = startProjector({ pool: pools.project, store, logger, metrics, signal });
  const extractor = startExtractor({ pool: pools.extract, store: createEventStore(pools.extract), queues, logger, metrics, signal });
  const fetcher = await startFetcher({
    config: { sources },
    pool: pools.fetch,
    store: createEventStore(pools.fetch),
    queues,
    http,
    logger,
    metrics,
    signal,
    extractorVersion: currentExtractor.version,
  });
  await untilDone(projector);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(own);
  const spent = stagesOf(await profile.stop((user + system) / 1_000), await times.stop());
  const { rows } = await pools.project.query<{ claims: number; figures: number }>(
    'SELECT (SELECT count(*)::integer FROM newsledger.claims) AS claims, (SELECT count(*)::integer FROM newsledger.figures) AS figures',
  );
  console.log(`${ARTICLES} articles of ${FEEDS} feeds, queues in ${BACKEND}: ${rows[0]?.claims} claims, ${rows[0]?.figures} figures`);
  console.log(`${(ms / 1_000).toFixed(1)} s, ${(ARTICLES / (ms / 1_000)).toFixed(1)} articles/s`);
  console.log('\n| stage | processor time an article, ms | share |\n|---|---:|---:|');
  const total = [...spent.values()].reduce((sum, each) => sum + each, 0);
  for (const [stage, each] of spent) console.log(`| ${stage} | ${(each / ARTICLES).toFixed(1)} | ${((each / total) * 100).toFixed(0)} % |`);
  console.log(`| all | ${(total / ARTICLES).toFixed(1)} | |`);
  if (process.argv.includes('--json')) {
    const bytes = await bytesOf(pools.project);
    const fetched = (await metrics.fetchedBytes.get()).values.reduce((sum, { value }) => sum + value, 0);
    const events = Number(await store.lastPosition());
    const run: PipelineRun = {
      articles: ARTICLES,
      ms,
      spent: Object.fromEntries(spent),
      poll: await pollOnceMore(fetcher),
      counts: { events, claims: rows[0]?.claims ?? 0, figures: rows[0]?.figures ?? 0 },
      bytes: { ...bytes, network: fetched },
    };
    console.log(JSON.stringify(run));
  }
  await fetcher.close();
  await extractor.close();
  stop.abort();
  await projector.done;
} finally {
  stop.abort();
  site.disconnect();
  await queues.close();
  await http.close();
  for (const pool of Object.values(pools)) await pool.end();
  await redis?.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Until every article has been captured and read, and the tables hold what came of it. */
async function untilDone(projector: { position(): bigint }): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { rows } = await pools.project.query<{ done: number }>(
      'SELECT count(*)::integer AS done FROM work.article_state WHERE extracted_version IS NOT NULL',
    );
    if ((rows[0]?.done ?? 0) < ARTICLES || !(await isIdle({ pool: pools.project, store }))) continue;
    if (projector.position() >= (await store.lastPosition())) return;
  }
}

/** Asks every feed once more, when there is nothing new. @returns what one such poll costs, in milliseconds of a processor. */
async function pollOnceMore(fetcher: { pollNow(): Promise<void> }): Promise<PipelineRun['poll']> {
  const { rows: started } = await pools.project.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const times = await watchTimes(ownerOf);
  const own = process.cpuUsage();
  await fetcher.pollNow();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { rows } = await pools.project.query<{ polled: number }>(
      'SELECT count(*)::integer AS polled FROM newsledger.sources WHERE last_polled_at > $1',
      [started[0]?.now],
    );
    if ((rows[0]?.polled ?? 0) >= FEEDS) break;
  }
  const { user, system } = process.cpuUsage(own);
  const others = [...(await times.stop())].filter(([what]) => what.startsWith('postgres') || what === 'redis');
  const databaseMs = others.reduce((sum, [, ms]) => sum + ms, 0);
  return { workerMs: (user + system) / 1_000 / FEEDS, databaseMs: databaseMs / FEEDS };
}

/** Whose work a process does: readers by what they read, PostgreSQL by whose connection it is. */
async function ownerOf(): Promise<(process: ProcessTime) => string | null> {
  const { rows } = await pools.project.query<{ pid: number; who: string }>(
    `SELECT pid, CASE WHEN application_name LIKE 'bench %' THEN substr(application_name, 7)
                      WHEN backend_type = 'client backend' THEN 'queue' ELSE 'server' END AS who
       FROM pg_stat_activity`,
  );
  const connections = new Map(rows.map(({ pid, who }) => [pid, `postgres ${who}`]));
  return ({ pid, command }) =>
    connections.get(pid) ??
    (command.includes('readPageApart.ts') ? 'pages' : command.includes('readClaims.ts') ? 'claims' : pid === redis?.pid ? 'redis' : null);
}

/** In the order that an article goes through. */
function stagesOf(thread: ReadonlyMap<string, number>, processes: ReadonlyMap<string, number>): Map<string, number> {
  const sum = (...parts: (number | undefined)[]) => parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  return new Map([
    ['fetch: HTTP and feeds', sum(thread.get('fetch'))],
    ['extract HTML', sum(processes.get('pages'))],
    ['read claims', sum(processes.get('claims'))],
    ['append and keep captures: PostgreSQL', sum(processes.get('postgres fetch'), processes.get('postgres extract'))],
    ['append: this process', sum(thread.get('append'))],
    ['dispatch and queue', sum(thread.get('queue'), processes.get('postgres queue'), processes.get('redis'))],
    ['project: PostgreSQL', sum(processes.get('postgres project'))],
    ['project: this process', sum(thread.get('project'))],
    ['driver, runtime and its collector', sum(thread.get('driver'), thread.get('runtime'))],
    ['PostgreSQL: log, checkpoints, vacuum', sum(processes.get('postgres server'))],
  ]);
}

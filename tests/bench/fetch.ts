/**
 * Polls and pages per second, and the memory that they take: `node tests/bench/fetch.ts [feeds] [articles] [redis]`.
 *
 * One fetcher, with the readers that it starts, follows so many feeds (1,000) of so many articles each (20) on a site of this machine, over
 * real HTTP, into a throw-away PostgreSQL with fsync on. First everything is new; then every feed is polled again, and answers 304. The
 * site's host counts as one's own, so that no pause is kept between requests. Memory is told with every tenth of the pages: resident set of
 * the fetcher and of its readers.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { startFetcher } from '@newsledger/fetcher';
import { createHttpClient, createLogger, createMetrics, openEmbeddedPostgres } from '@newsledger/platform';
import { createQueues, migrateQueues } from '@newsledger/queues';
import { migrateReadModels } from '@newsledger/read-models';
import pg from 'pg';
import { startRedis } from './startRedis.ts';

const FEEDS = Number(process.argv[2] ?? 1_000);
const ARTICLES = Number(process.argv[3] ?? 20);
const BACKEND = process.argv[4] === 'redis' ? 'redis' : 'postgres';
const PAGES = FEEDS * ARTICLES;

const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
// The server may run as another user, who must get in.
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
const redis = BACKEND === 'redis' ? await startRedis() : null;
const site = fork(path.join(import.meta.dirname, 'fetchSite.ts'), [`${FEEDS}`, `${ARTICLES}`]);
const port = await new Promise<number>((resolve) => site.once('message', (message) => resolve(Number(message))));
const others = new Set([site.pid, redis?.pid]);

const pool = new pg.Pool({ connectionString: postgres.url, max: 30 });
await migrateEventStore(pool);
await migrateQueues(pool);
await migrateReadModels(pool);
const queues = await createQueues({
  backend: BACKEND,
  redisUrl: redis?.url,
  postgresUrl: postgres.url,
  onError: (error, where) => console.error(where, error.message),
});
const http = createHttpClient({ userAgent: 'Newsledger/bench', allowAddresses: ['127.0.0.0/8'] });
const metrics = createMetrics();
const stop = new AbortController();
const sources = path.join(folder, 'sources.yaml');
await writeFile(sources, sourcesYaml());

try {
  console.log(`${FEEDS} feeds of ${ARTICLES} articles, queues in ${BACKEND}, Node ${process.version}`);
  const began = performance.now();
  const logger = createLogger('bench', { level: 'error' });
  const store = createEventStore(pool);
  const fetcher = await startFetcher({
    config: { sources },
    pool,
    store,
    queues,
    http,
    logger,
    metrics,
    signal: stop.signal,
    extractorVersion: 1,
  });
  console.log(`${FEEDS} sources declared and scheduled in ${seconds(began)} s`);
  const first = performance.now();
  let polledAt = 0;
  let told = 0;
  for (let pages = 0; pages < PAGES; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    pages = await captured();
    if (polledAt === 0 && (await polls()) >= FEEDS) polledAt = performance.now();
    if (pages < told * (PAGES / 10)) continue;
    told = Math.floor(pages / (PAGES / 10)) + 1;
    console.log(
      `${seconds(first).padStart(7)} s  ${`${await polls()}`.padStart(6)} polls  ${`${pages}`.padStart(6)} pages  ${await memory()}`,
    );
  }
  const end = performance.now();
  console.log(`polls, everything new, pages captured at the same time: ${rate(FEEDS, polledAt - first)} polls/s`);
  console.log(`pages, first to last: ${rate(PAGES, end - first)} pages/s`);

  for (let round = 1; round <= 3; round++) {
    const before = await polls();
    const again = performance.now();
    await fetcher.pollNow();
    while ((await polls()) < before + FEEDS) await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(`polls, nothing new, round ${round}: ${rate(FEEDS, performance.now() - again)} polls/s  ${await memory()}`);
  }
  await fetcher.close();
} finally {
  stop.abort();
  site.disconnect();
  await queues.close();
  await http.close();
  await pool.end();
  await redis?.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function sourcesYaml(): string {
  const entries = Array.from({ length: FEEDS }, (_, n) => `  - { id: feed-${n}, url: "http://127.0.0.1:${port}/feed/${n}", every: 1d }`);
  return `sources:\n${entries.join('\n')}\n`;
}

async function polls(): Promise<number> {
  const { values } = await metrics.polls.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

async function captured(): Promise<number> {
  const { values } = await metrics.captures.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

/** Resident set in MB of this process and of the processes that it started to read pages. */
async function memory(): Promise<string> {
  const readers: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || others.has(Number(name))) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const isReader = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status) && /^Name:\s+(node|MainThread)/m.test(status);
    if (isReader) readers.push(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  }
  const { rss, heapUsed } = process.memoryUsage();
  const words = readers.length === 0 ? '' : `, readers ${readers.map((mb) => mb.toFixed(0)).join(' + ')}`;
  return `${(rss / 2 ** 20).toFixed(0)} MB (heap ${(heapUsed / 2 ** 20).toFixed(0)})${words}`;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}

function rate(count: number, ms: number): string {
  return (count / (ms / 1_000)).toFixed(0);
}

/**
 * Jobs per second on both queue backends: `node tests/bench/queues.ts [jobs] [rounds] [queue|whole]`.
 *
 * One process adds and works, against a throw-away PostgreSQL (fsync on) and, where it is installed, a throw-away Redis (without
 * persistence). Rounds of the backends take turns, and the median is told, so that the ratio stands even where other work slows both.
 * "add" hands ready-made jobs to the queue; "work" runs a handler that does nothing; "whole way" goes from the append of an event through
 * dispatcher, outbox, queue and worker to the completed work.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventStore, migrateEventStore } from '@newsledger/event-store';
import { newEvent } from '@newsledger/events';
import { chooseFreePort, openEmbeddedPostgres } from '@newsledger/platform';
import { createQueues, createWorker, isIdle, jobIds, migrateQueues, type Queues, startDispatcher, type Work } from '@newsledger/queues';
import pg from 'pg';

const JOBS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 3);
/** One of the two measurements; both when left out. */
const ONLY = process.argv[4];
const CONCURRENCIES = [1, 10, 50];

const folder = await mkdtemp(path.join(tmpdir(), 'newsledger-bench-'));
// The server may run as another user, who must get in.
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
const redis = await startRedis();
const backends = redis === null ? (['postgres'] as const) : (['postgres', 'redis'] as const);
const rates = new Map<string, number[]>();
try {
  for (let round = 0; round < ROUNDS; round++)
    for (const backend of backends) {
      if (ONLY !== 'whole') await inFreshDatabase(backend, measureQueue);
      if (ONLY !== 'queue') await inFreshDatabase(backend, measureWholeWay);
    }
  console.log(`${JOBS} jobs, median of ${ROUNDS} round(s), jobs per second`);
  for (const [what, measured] of rates) console.log(`${what.padEnd(44)} ${Math.round(median(measured)).toLocaleString('en')}`);
} finally {
  await redis?.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureQueue(backend: string, queues: Queues): Promise<void> {
  for (const concurrency of CONCURRENCIES) {
    const work = Array.from({ length: JOBS }, captureWork);
    await clock(`${backend}: add`, () => queues.addAll(work));
    const all = Promise.withResolvers<void>();
    let done = 0;
    await clock(`${backend}: work, concurrency ${concurrency}`, async () => {
      const handler = async () => {
        if (++done === JOBS) all.resolve();
      };
      const worker = createWorker(queues, 'capture', handler, { concurrency });
      await all.promise;
      await worker.close(10_000);
    });
  }
}

async function measureWholeWay(backend: string, queues: Queues, pool: pg.Pool): Promise<void> {
  const store = createEventStore(pool);
  const stop = new AbortController();
  const all = Promise.withResolvers<void>();
  let done = 0;
  const handler = async (_data: unknown, { jobId }: { jobId: string }) => {
    await queues.complete(jobId);
    if (++done === JOBS) all.resolve();
  };
  const worker = createWorker(queues, 'capture', handler, { concurrency: 10 });
  const dispatcher = startDispatcher({ pool, store, queues, signal: stop.signal, extractorVersion: 1 });
  const events = Array.from({ length: JOBS }, discovered);
  await clock(`${backend}: whole way, concurrency 10`, async () => {
    for (let start = 0; start < JOBS; start += 100) await store.append('article-bench', 'any', events.slice(start, start + 100));
    await all.promise;
  });
  if (!(await isIdle({ pool, store }))) throw new Error('Something is left to do.');
  stop.abort();
  await dispatcher.done;
  await worker.close(10_000);
}

function captureWork(): Work {
  const data = { articleId: randomUUID(), discoveredEventId: randomUUID() };
  return { queue: 'capture', jobId: jobIds.capture(data.discoveredEventId), data };
}

function discovered() {
  const articleId = randomUUID();
  const url = `https://example.com/${articleId}`;
  const entry = { title: 'A headline of usual length about a deal', summary: 'A summary. '.repeat(20), author: null, publishedAt: null };
  return newEvent('ArticleDiscovered', { articleId, sourceId: 'bench', url, updatedAt: null, ...entry });
}

async function clock(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const rate = JOBS / ((performance.now() - start) / 1_000);
  rates.set(what, [...(rates.get(what) ?? []), rate]);
}

async function inFreshDatabase(
  backend: 'postgres' | 'redis',
  measure: (backend: string, queues: Queues, pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Pool({ connectionString: postgres.url });
  await admin.query(`CREATE DATABASE ${name}`);
  const postgresUrl = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  const pool = new pg.Pool({ connectionString: postgresUrl });
  await migrateEventStore(pool);
  await migrateQueues(pool);
  const queues = await createQueues({
    backend,
    redisUrl: redis?.url,
    postgresUrl,
    prefix: `{${name}}`,
    onError: (error, where) => console.error(where, error.message),
  });
  await measure(backend, queues, pool);
  await queues.close();
  await pool.end();
  await admin.end();
}

async function startRedis(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const port = await chooseFreePort();
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const up = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('Ready to accept connections') && resolve(true));
  });
  if (!up) return null;
  const stop = async () => {
    server.kill('SIGTERM');
    await gone;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

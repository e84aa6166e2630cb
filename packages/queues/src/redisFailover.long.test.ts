import { randomUUID } from 'node:crypto';
import { createEventStore } from '@newsledger/event-store';
import { startTestRedisCluster, startTestSentinels, waitFor } from '@newsledger/test-support';
import type pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { createQueues } from './createQueues.ts';
import { createWorker } from './createWorker.ts';
import { startDispatcher } from './dispatcher/startDispatcher.ts';
import { startSweeper } from './sweeper/startSweeper.ts';
import { discovered } from './test/testEvents.ts';
import { openTestQueues, quick } from './test/testQueues.ts';
import { isIdle } from './work/isIdle.ts';

const missing = inject('redisUrl') === null;
const whatIsMissing = missing ? ' (skipped: no redis-server on this machine)' : '';

/** Enough for work to be under way before the master dies, while it is away, and after. */
const ARTICLES = 400;

/** How many are to be done before the master dies. */
const DONE_BEFORE = 100;

/** What a page takes, so that the whole takes longer than a failover. */
const WORK_MS = 100;

/** On a machine that is busy with six servers, a lock of a second is lost by workers that live, whose jobs are then taken for deadly. */
const patient = { ...quick, lockDurationMs: 8_000, maxCrashes: 5 };

describe.skipIf(missing)(`a Redis that fails over${whatIsMissing}`, () => {
  test('a Redis Cluster loses a master under load: every job is done, and its effect is there once', async () => {
    const cluster = await startTestRedisCluster();
    onTestFinished(cluster.stop);
    await expectAllDone(cluster.url, () => cluster.killMasterOf('{newsledger_capture}:x'));
  }, 300_000);

  test('sentinels replace a master that died under load: every job is done, and its effect is there once', async () => {
    const sentinels = await startTestSentinels();
    onTestFinished(sentinels.stop);
    await expectAllDone(sentinels.url, sentinels.killMaster);
  }, 300_000);

  test('a Redis Cluster one of whose nodes evicts is refused, with the node', async () => {
    const cluster = await startTestRedisCluster('allkeys-lru');
    onTestFinished(cluster.stop);
    const opening = createQueues({ backend: 'redis', redisUrl: cluster.url, postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(/Redis at 127\.0\.0\.1:\d+ has maxmemory-policy "allkeys-lru"/);
  });

  test('a master that the sentinels don’t know is said so', async () => {
    const sentinels = await startTestSentinels();
    onTestFinished(sentinels.stop);
    const redisUrl = sentinels.url.replace('/ledger', '/other');
    const opening = createQueues({ backend: 'redis', redisUrl, postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(/The Redis "other" of the sentinels at .* can't be reached/);
  });
});

async function expectAllDone(redisUrl: string, killMaster: () => Promise<void>): Promise<void> {
  const t = await openTestQueues('postgres');
  const { pool, url: postgresUrl } = t.database;
  await pool.query('CREATE TABLE effect (job_id text PRIMARY KEY, times integer NOT NULL)');
  const store = createEventStore(pool);
  const queues = await createQueues({ backend: 'redis', redisUrl, postgresUrl, tuning: patient });
  const stop = new AbortController();
  const worker = createWorker(
    queues,
    'capture',
    async (_data, { jobId }) => {
      await new Promise((resolve) => setTimeout(resolve, WORK_MS));
      await recordOnce(pool, jobId);
    },
    { concurrency: 5 },
  );
  const dispatcher = startDispatcher({ pool, store, queues, signal: stop.signal, extractorVersion: 1 });
  const sweeper = startSweeper({ pool, queues, signal: stop.signal, everyMs: 500 });
  const half = async () => {
    const ids = Array.from({ length: ARTICLES / 2 }, () => randomUUID());
    await store.appendMany(ids.map((id) => ({ stream: `article-${id}`, expected: 'any' as const, events: [discovered(id)] })));
  };

  await half();
  await waitFor('the first jobs', async () => (await countEffects()) >= DONE_BEFORE);
  await killMaster();
  await half();
  await waitFor('all jobs', async () => (await countEffects()) === ARTICLES && isIdle({ pool, store }), 200_000);

  const { rows } = await pool.query('SELECT count(*)::integer AS jobs, max(times) AS most FROM effect');
  expect(rows).toEqual([{ jobs: ARTICLES, most: 1 }]);
  stop.abort();
  await Promise.all([dispatcher.done, sweeper.done]);
  await worker.close(5_000);
  await queues.close();
  await t.close();

  async function countEffects(): Promise<number> {
    return (await pool.query<{ count: number }>('SELECT count(*)::integer AS count FROM effect')).rows[0]?.count ?? 0;
  }
}

/** As workers do: the effect and the end of the work in one transaction, and none when the work is no longer wanted. */
async function recordOnce(pool: pg.Pool, jobId: string): Promise<void> {
  await pool.query(
    `WITH ended AS (DELETE FROM work.pending_work WHERE job_id = $1 RETURNING job_id)
     INSERT INTO effect SELECT job_id, 1 FROM ended ON CONFLICT (job_id) DO UPDATE SET times = effect.times + 1`,
    [jobId],
  );
}

import { randomUUID } from 'node:crypto';
import { createEventStore } from '@newsledger/event-store';
import { startTestRedis, waitFor } from '@newsledger/test-support';
import { describe, expect, inject, test } from 'vitest';
import { createQueues } from './createQueues.ts';
import { createWorker } from './createWorker.ts';
import { startDispatcher } from './dispatcher/startDispatcher.ts';
import { discovered } from './test/testEvents.ts';
import { openTestQueues, quick } from './test/testQueues.ts';
import { completeWork } from './work/completeWork.ts';
import { isIdle } from './work/isIdle.ts';

const missing = inject('redisUrl') === null;

describe.skipIf(missing)(missing ? 'a Redis of its own (skipped: no redis-server on this machine)' : 'a Redis of its own', () => {
  test.each(['allkeys-lru', 'volatile-lru'])('is refused under the policy %s, with what to change', async (policy) => {
    const redis = await startTestRedis(policy);
    const opening = createQueues({ backend: 'redis', redisUrl: redis.url, postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(
      new RegExp(`Redis at 127\\.0\\.0\\.1:\\d+ has maxmemory-policy "${policy}".*set "maxmemory-policy noeviction"`),
    );
    await redis.stop();
  });

  test('that is away is told of at once by a producer, and holds up no shutdown', async () => {
    const redis = await startTestRedis('noeviction');
    const t = await openTestQueues('postgres');
    const queues = await createQueues({ backend: 'redis', redisUrl: redis.url, postgresUrl: t.database.url, tuning: quick });
    const worker = createWorker(queues, 'capture', async () => {}, { concurrency: 1 });
    await redis.stop();
    const data = { articleId: randomUUID(), discoveredEventId: randomUUID() };
    await expect(queues.add('capture', 'capture-x', data)).rejects.toThrow();
    await worker.close(2_000);
    await queues.close();
    await t.close();
  });

  test('may go away and come back empty: work waits, and is done without a restart of ours', async () => {
    const redis = await startTestRedis('noeviction');
    const t = await openTestQueues('postgres');
    const { pool, url: postgresUrl } = t.database;
    const store = createEventStore(pool);
    const queues = await createQueues({ backend: 'redis', redisUrl: redis.url, postgresUrl, tuning: quick });
    const stop = new AbortController();
    const done: string[] = [];
    const worker = createWorker(
      queues,
      'capture',
      async (data, { jobId }) => {
        await completeWork(pool, jobId);
        done.push(data.discoveredEventId);
      },
      { concurrency: 1 },
    );
    const dispatcher = startDispatcher({ pool, store, queues, signal: stop.signal, extractorVersion: 1 });
    const [before, meanwhile] = [discovered(randomUUID()), discovered(randomUUID())];
    await store.append('article-before', 'any', [before]);
    await waitFor('the first job', () => done.length === 1);
    await redis.stop();
    await store.append('article-meanwhile', 'any', [meanwhile]);
    const last = await store.lastPosition();
    await waitFor('the dispatcher', () => dispatcher.position() >= last);
    await redis.restart();
    await waitFor('the second job', () => isIdle({ pool, store }), 60_000);
    expect(done).toEqual([before.id, meanwhile.id]);
    stop.abort();
    await dispatcher.done;
    await worker.close(5_000);
    await queues.close();
    await redis.stop();
    await t.close();
  }, 90_000);
});

describe('createQueues', () => {
  test('says where no Redis answers', async () => {
    const opening = createQueues({ backend: 'redis', redisUrl: 'redis://127.0.0.1:9', postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(/Redis at 127\.0\.0\.1:9 can't be reached: .*ECONNREFUSED/);
  });

  test('says that no address of a Redis is configured', async () => {
    const opening = createQueues({ backend: 'redis', postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(/set NEWSLEDGER_REDIS_URL/);
  });

  test('says that PostgreSQL has not been migrated', async () => {
    const opening = createQueues({ backend: 'postgres', postgresUrl: inject('postgresUrl') });
    await expect(opening).rejects.toThrow(/run the migration step first/);
  });

  test('says that no PostgreSQL answers', async () => {
    const opening = createQueues({ backend: 'postgres', postgresUrl: 'postgres://127.0.0.1:9/none' });
    await expect(opening).rejects.toThrow(/PostgreSQL can't be reached: .*ECONNREFUSED/);
  });
});

import { randomUUID } from 'node:crypto';
import { createEventStore } from '@newsledger/event-store';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryParkedWorkEvents, startDispatcher } from '../dispatcher/startDispatcher.ts';
import { jobIds } from '../jobIds.ts';
import { startSweeper } from '../sweeper/startSweeper.ts';
import { discovered } from '../test/testEvents.ts';
import { backends, openTestQueues, type TestQueues } from '../test/testQueues.ts';
import { completeWork } from './completeWork.ts';
import { markEnqueued } from './markEnqueued.ts';
import { pendingWork } from './pendingWork.ts';
import { retryFailingWork } from './retryFailingWork.ts';

describe.each(backends)('work that always fails, $title', ({ backend, missing }) => {
  let t: TestQueues;
  let stop: AbortController;

  beforeEach(async (context) => {
    if (missing) context.skip();
    stop = new AbortController();
    t = await openTestQueues(backend);
  });

  afterEach(async () => {
    stop.abort();
    await t?.close();
  });

  test('a job that kills every process is parked after some, and those beside it are done', async () => {
    const deadly = extract();
    const others = [extract(), extract(), extract(), extract()];
    const work = [others[0], deadly, ...others.slice(1)].filter((each) => each !== undefined);
    await markEnqueued(t.database.pool, work);
    await t.queues.addAll(work);
    let deaths = 0;
    let worker = t.startMortalWorker('extract', deadly.jobId);
    const keepAlive = async (): Promise<void> => {
      await worker.ended;
      if (stop.signal.aborted) return;
      deaths++;
      worker = t.startMortalWorker('extract', deadly.jobId);
      return keepAlive();
    };
    const alive = keepAlive();

    await waitFor('the deadly job to be parked', async () => (await parked()).length === 1, 90_000);
    await waitFor('the others', async () => (await pendingWork(t.database.pool)).extract.total === 1, 30_000);
    stop.abort();
    worker.end();
    await alive;

    expect(await parked()).toEqual([
      {
        job_id: deadly.jobId,
        article_id: deadly.data.articleId,
        error: 'The process that worked on it ended 2 times without finishing it, so it is taken for the cause',
      },
    ]);
    expect(deaths).toBe(2);
  }, 150_000);

  test('a text that can never be read is parked when its rounds are over, and a person may ask for it again', async () => {
    const work = extract();
    let broken = true;
    let attempts = 0;
    t.work('extract', async (_data, { jobId }) => {
      attempts++;
      if (broken) throw new Error('no memory left');
      await completeWork(t.database.pool, jobId);
    });
    startSweeper({ pool: t.database.pool, queues: t.queues, signal: stop.signal, everyMs: 50, graceMs: 0 });
    await markEnqueued(t.database.pool, [work]);
    await t.queues.addAll([work]);
    await waitFor('the end of its rounds', async () => (await parked()).length === 1, 30_000);

    expect(attempts).toBe(2 * t.queues.tuning.attempts.extract);
    expect(await parked()).toEqual([{ job_id: work.jobId, article_id: work.data.articleId, error: 'no memory left' }]);
    broken = false;
    expect(await retryFailingWork(t.database.pool, [randomUUID()])).toBe(0);
    expect(await retryFailingWork(t.database.pool, [work.data.articleId])).toBe(1);
    await waitFor('its end', async () => (await pendingWork(t.database.pool)).extract.total === 0, 30_000);
  }, 60_000);

  async function parked(): Promise<unknown[]> {
    return (await t.database.pool.query('SELECT job_id, article_id, error FROM newsledger.failing_work WHERE parked')).rows;
  }
});

test('an event that the dispatcher can’t read holds up no other article, and a retry says that it still can’t', async () => {
  const t = await openTestQueues('postgres');
  const { pool } = t.database;
  const store = createEventStore(pool);
  const stop = new AbortController();
  await t.database.pool.query('SELECT * FROM ledger.append_events($1, NULL, $2, NULL, NULL)', [
    `article-${randomUUID()}`,
    JSON.stringify([{ id: randomUUID(), type: 'ArticleDiscovered', schemaVersion: 99, data: {} }]),
  ]);
  const articleId = randomUUID();
  const event = discovered(articleId);
  await store.append(`article-${articleId}`, 'any', [event]);
  const dispatcher = startDispatcher({ pool, store, queues: t.queues, signal: stop.signal, extractorVersion: 1 });

  await waitFor('the work of the other', async () => (await pendingWork(pool)).capture.total === 1);

  const [retried] = await retryParkedWorkEvents(pool, store, 1);
  expect(retried).toMatchObject({ position: 1n, error: expect.stringContaining('schema version 99') });
  expect((await t.queues.find('capture', jobIds.capture(event.id))).state).not.toBe('failed');
  expect(t.errors.filter((error) => error.startsWith('dispatcher'))).toEqual([expect.stringContaining('Event 1 (ArticleDiscovered')]);
  stop.abort();
  await dispatcher.done;
  await t.close();
});

function extract() {
  const data = { articleId: randomUUID(), revision: 1, extractorVersion: 1 };
  return { queue: 'extract' as const, jobId: jobIds.extract(data.articleId, 1, 1), data };
}

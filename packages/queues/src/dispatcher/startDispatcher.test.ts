import { randomUUID } from 'node:crypto';
import { createEventStore, type EventStore } from '@newsledger/event-store';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSweeper } from '../sweeper/startSweeper.ts';
import { discovered, extractionCompleted, revisionEvent, unavailable, withdrawn } from '../test/testEvents.ts';
import { backends, openTestQueues, type TestQueues } from '../test/testQueues.ts';
import { completeWork } from '../work/completeWork.ts';
import { failingWork } from '../work/failingWork.ts';
import { isIdle } from '../work/isIdle.ts';
import { pendingWork } from '../work/pendingWork.ts';
import { requestWork } from '../work/requestWork.ts';
import { startDispatcher } from './startDispatcher.ts';

describe.each(backends)('the dispatcher with queues $title', ({ backend, missing }) => {
  let t: TestQueues;
  let store: EventStore;
  let stop: AbortController;
  let running: Promise<unknown>[];

  beforeEach(async (context) => {
    if (missing) context.skip();
    t = await openTestQueues(backend);
    store = createEventStore(t.database.pool);
    stop = new AbortController();
    running = [];
  });

  afterEach(async () => {
    stop?.abort();
    await Promise.all(running ?? []);
    await t?.close();
  });

  function dispatch(extractorVersion = 1, until = stop.signal) {
    const signal = AbortSignal.any([stop.signal, until]);
    const dispatcher = startDispatcher({ pool: t.database.pool, store, queues: t.queues, signal, extractorVersion });
    running.push(dispatcher.done);
    return dispatcher;
  }

  function sweepOften() {
    running.push(startSweeper({ pool: t.database.pool, queues: t.queues, signal: stop.signal, everyMs: 50, graceMs: 300 }).done);
  }

  function append(articleId: string, ...events: Parameters<EventStore['append']>[2]) {
    return store.append(`article-${articleId}`, 'any', events);
  }

  async function pendingIds() {
    const { rows } = await t.database.pool.query<{ job_id: string }>('SELECT job_id FROM work.pending_work ORDER BY job_id');
    return rows.map((row) => row.job_id);
  }

  async function dispatched(dispatcher: { position(): bigint }) {
    const last = await store.lastPosition();
    await waitFor('the dispatcher', () => dispatcher.position() >= last);
  }

  test('an article that was discovered is captured, and its revision extracted, until nothing is left to do', async () => {
    const articleId = randomUUID();
    const event = discovered(articleId);
    const extracted: unknown[] = [];
    t.work('capture', async (data, { jobId }) => {
      const client = await t.database.pool.connect();
      await client.query('BEGIN');
      await store.append(`article-${data.articleId}`, 'any', [revisionEvent('ArticleCaptured', data.articleId, 1)], {}, client);
      await completeWork(client, jobId);
      await client.query('COMMIT');
      client.release();
    });
    t.work('extract', async (data, { jobId }) => {
      extracted.push(data);
      await append(data.articleId, extractionCompleted(data.articleId, { revision: data.revision, version: data.extractorVersion }));
      await completeWork(t.database.pool, jobId);
    });
    dispatch(4);
    expect(await isIdle({ pool: t.database.pool, store })).toBe(true);
    await append(articleId, event);
    expect(await isIdle({ pool: t.database.pool, store })).toBe(false);
    await waitFor('the end', () => isIdle({ pool: t.database.pool, store }));
    expect(extracted).toEqual([{ articleId, revision: 1, extractorVersion: 4 }]);
    expect(await pendingIds()).toEqual([]);
    expect(t.errors).toEqual([]);
  });

  test('work is written in the transaction of the checkpoint, and enqueued after it', async () => {
    const articleId = randomUUID();
    const event = discovered(articleId);
    await append(articleId, event);
    await dispatched(dispatch());
    expect(await pendingIds()).toEqual([`capture-${event.id}`]);
    await waitFor('the job', async () => (await t.queues.find('capture', `capture-${event.id}`)).state === 'queued');
  });

  test('a newer revision takes the place of the older one, in the outbox and in the queue', async () => {
    const articleId = randomUUID();
    const dispatcher = dispatch();
    await append(articleId, revisionEvent('ArticleCaptured', articleId, 1));
    await waitFor('the first job', async () => (await t.queues.find('extract', `extract-${articleId}-r1-v1`)).state === 'queued');
    await append(articleId, revisionEvent('ArticleRevised', articleId, 2));
    await dispatched(dispatcher);
    expect(await pendingIds()).toEqual([`extract-${articleId}-r2-v1`]);
    await waitFor('the second job', async () => (await t.queues.find('extract', `extract-${articleId}-r2-v1`)).state === 'queued');
    await waitFor('the first job to go', async () => (await t.queues.find('extract', `extract-${articleId}-r1-v1`)).state === 'missing');
  });

  test('a withdrawn article loses its work, in the outbox and in the queue', async () => {
    const articleId = randomUUID();
    const event = discovered(articleId);
    const dispatcher = dispatch();
    await append(articleId, event);
    await waitFor('the job', async () => (await t.queues.find('capture', `capture-${event.id}`)).state === 'queued');
    await append(articleId, withdrawn(articleId));
    await dispatched(dispatcher);
    expect(await pendingIds()).toEqual([]);
    await waitFor('the job to go', async () => (await t.queues.find('capture', `capture-${event.id}`)).state === 'missing');
  });

  test('a dispatcher that starts over on its own outbox asks for nothing twice', async () => {
    const articleId = randomUUID();
    const first = new AbortController();
    await append(articleId, discovered(articleId), revisionEvent('ArticleCaptured', articleId, 1));
    await dispatched(dispatch(1, first.signal));
    const before = await pendingIds();
    first.abort();
    await Promise.all(running);
    await dispatched(dispatch());
    expect(await pendingIds()).toEqual(before);
  });

  test('a newer extractor is asked to read every article whose last extraction is older, at its latest revision', async () => {
    const [read, revised, refused, gone, current] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await append(read, revisionEvent('ArticleCaptured', read, 1), extractionCompleted(read, { revision: 1, version: 1 }));
    await append(revised, revisionEvent('ArticleCaptured', revised, 1), revisionEvent('ArticleRevised', revised, 2));
    await append(refused, unavailable(refused), extractionCompleted(refused, { revision: 0, version: 1 }));
    await append(gone, revisionEvent('ArticleCaptured', gone, 1), withdrawn(gone));
    await append(current, revisionEvent('ArticleCaptured', current, 1), extractionCompleted(current, { revision: 1, version: 2 }));
    const older = new AbortController();
    await dispatched(dispatch(1, older.signal));
    expect(await pendingIds()).toEqual([`extract-${revised}-r2-v1`]);
    older.abort();
    await Promise.all(running);

    dispatch(2);
    const expected = [`extract-${read}-r1-v2`, `extract-${revised}-r2-v2`, `extract-${refused}-r0-v2`].sort();
    await waitFor('the work', async () => (await pendingIds()).length === 3);
    expect(await pendingIds()).toEqual(expected);
  });

  test('what the queue loses in the middle of a run is done all the same, and nothing is done twice', async () => {
    const gate = Promise.withResolvers<void>();
    const done: string[] = [];
    const handler = async (data: { discoveredEventId: string }, { jobId }: { jobId: string }) => {
      if (done.length >= 10) await gate.promise;
      await completeWork(t.database.pool, jobId);
      done.push(data.discoveredEventId);
    };
    t.work('capture', handler, 2);
    const articles = Array.from({ length: 40 }, () => discovered(randomUUID()));
    dispatch();
    sweepOften();
    await store.append('article-many', 'any', articles);
    await waitFor('a part of the work', () => done.length >= 10);
    await t.loseQueueContents();
    gate.resolve();
    await waitFor('all of it', () => isIdle({ pool: t.database.pool, store }), 40_000);
    expect([...new Set(done)].sort()).toEqual(articles.map(({ id }) => id).sort());
    // The two that were at work when the queue forgot them may be enqueued again before they end.
    expect(done.length).toBeLessThanOrEqual(articles.length + 2);
  }, 60_000);

  test('work that was handed over but never reached the queue is found by the sweeper', async () => {
    const articleId = randomUUID();
    const event = discovered(articleId);
    await append(articleId, event);
    const first = new AbortController();
    await dispatched(dispatch(1, first.signal));
    first.abort();
    await Promise.all(running);
    await t.loseQueueContents();
    await t.database.pool.query('UPDATE work.pending_work SET enqueued_at = now()');
    sweepOften();
    await waitFor('the job', async () => (await t.queues.find('capture', `capture-${event.id}`)).state === 'queued');
  });

  test('work whose attempts are all used up stays visible, and is tried again after a pause that grows', async () => {
    let broken = true;
    const attempts: number[] = [];
    t.work('capture', async (_data, { jobId, attempt }) => {
      attempts.push(attempt);
      if (broken) throw new Error('PostgreSQL is away');
      await completeWork(t.database.pool, jobId);
    });
    dispatch();
    const articleId = randomUUID();
    const event = discovered(articleId);
    await append(articleId, event);
    await waitFor('the first exhaustion', () => isIdle({ pool: t.database.pool, store, toleratedFailures: 1 }));
    expect(await isIdle({ pool: t.database.pool, store, toleratedFailures: 2 })).toBe(false);
    expect(await pendingWork(t.database.pool)).toMatchObject({ capture: { total: 1, waiting: 0, delayed: 0, failing: 1, permanent: 0 } });
    const [failing] = await failingWork(t.database.pool);
    expect(failing).toMatchObject({ jobId: `capture-${event.id}`, articleId, attempts: 5, failures: 1, lastError: 'PostgreSQL is away' });
    expect(failing?.nextTryAt).not.toBeNull();
    sweepOften();
    await waitFor('the second exhaustion', () => isIdle({ pool: t.database.pool, store, toleratedFailures: 2 }));
    broken = false;
    await waitFor('the end', async () => (await pendingWork(t.database.pool)).capture.total === 0);
    expect(attempts.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 1]);
  });

  test('work that was asked for by hand is done like any other', async () => {
    const polled: string[] = [];
    t.work('poll', async ({ sourceId }) => {
      polled.push(sourceId);
    });
    dispatch();
    await requestWork(t.database.pool, 'poll', { sourceId: 'geekwire' });
    expect(await isIdle({ pool: t.database.pool, store })).toBe(false);
    await waitFor('the end', () => isIdle({ pool: t.database.pool, store }));
    expect(polled).toEqual(['geekwire']);
  });

  test('a row that no release understands is noted as failed for good, and holds up nothing', async () => {
    await t.database.pool.query(
      `INSERT INTO work.pending_work (job_id, queue, data) VALUES ('capture-broken', 'capture', '{"articleId": 7}')`,
    );
    const articleId = randomUUID();
    const event = discovered(articleId);
    dispatch();
    await append(articleId, event);
    await waitFor('the other job', async () => (await t.queues.find('capture', `capture-${event.id}`)).state === 'queued');
    expect(await failingWork(t.database.pool)).toMatchObject([{ jobId: 'capture-broken', permanent: true }]);
  });

  test('two dispatchers share the work without doing any of it twice', async () => {
    const done: string[] = [];
    t.work(
      'capture',
      async (_data, { jobId }) => {
        done.push(jobId);
        await completeWork(t.database.pool, jobId);
      },
      4,
    );
    dispatch();
    dispatch();
    const articles = Array.from({ length: 50 }, () => discovered(randomUUID()));
    await store.append('article-many', 'any', articles);
    await waitFor('the end', () => isIdle({ pool: t.database.pool, store }));
    expect(done.sort()).toEqual(articles.map(({ id }) => `capture-${id}`).sort());
  });
});

import { randomUUID } from 'node:crypto';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PermanentError } from '../errors.ts';
import { jobIds } from '../jobIds.ts';
import { backends, openTestQueues, type TestQueues } from '../test/testQueues.ts';
import { completeWork } from '../work/completeWork.ts';
import { deferWork } from '../work/deferWork.ts';
import { failingWork } from '../work/failingWork.ts';
import { insertWork } from '../work/insertWork.ts';
import { markEnqueued } from '../work/markEnqueued.ts';
import { pendingWork } from '../work/pendingWork.ts';
import { retryFailingWork } from '../work/retryFailingWork.ts';
import { startSweeper } from './startSweeper.ts';
import { sweep } from './sweep.ts';

describe.each(backends)('the sweeper with queues $title', ({ backend, missing }) => {
  let t: TestQueues;

  beforeEach(async (context) => {
    if (missing) context.skip();
    t = await openTestQueues(backend);
  });

  afterEach(() => t?.close());

  function capture() {
    const data = { articleId: randomUUID(), discoveredEventId: randomUUID() };
    return { queue: 'capture' as const, jobId: jobIds.capture(data.discoveredEventId), data };
  }

  async function enqueue(...work: ReturnType<typeof capture>[]) {
    await markEnqueued(t.database.pool, work);
    await t.queues.addAll(work);
  }

  function sweepOnce(graceMs = 0) {
    return sweep({ pool: t.database.pool, queues: t.queues, graceMs, after: '' });
  }

  async function untilState(jobId: string, state: string) {
    await waitFor(`${jobId} to be ${state}`, async () => (await t.queues.find('capture', jobId)).state === state);
  }

  test('leaves alone what the queue still holds', async () => {
    await enqueue(capture(), capture());
    expect(await sweepOnce()).toEqual({ enqueued: 0, paused: 0, next: '' });
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 2 } });
  });

  test('puts back what the queue has lost, once', async () => {
    await enqueue(...Array.from({ length: 1_200 }, capture));
    await t.loseQueueContents();
    expect(await sweepOnce()).toMatchObject({ enqueued: 1_200 });
    expect(await sweepOnce()).toMatchObject({ enqueued: 0 });
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 1_200 } });
  });

  test('gives a relay its time between the outbox and the queue', async () => {
    await markEnqueued(t.database.pool, [capture()]);
    expect(await sweepOnce(60_000)).toMatchObject({ enqueued: 0 });
    expect(await sweepOnce(0)).toMatchObject({ enqueued: 1 });
  });

  test('leaves to the relay what was never handed over', async () => {
    await insertWork(t.database.pool, [capture()]);
    expect(await sweepOnce()).toMatchObject({ enqueued: 0 });
  });

  test('does not put back work that was completed', async () => {
    const work = capture();
    await enqueue(work);
    await completeWork(t.database.pool, work.jobId);
    await t.loseQueueContents();
    expect(await sweepOnce()).toMatchObject({ enqueued: 0 });
  });

  test('notes a job that ended without completing its work, and tries it again after a pause', async () => {
    const work = capture();
    await enqueue(work);
    t.work('capture', async () => {});
    await untilState(work.jobId, 'completed');
    expect(await sweepOnce()).toMatchObject({ enqueued: 0, paused: 1 });
    expect(await failingWork(t.database.pool)).toMatchObject([
      { jobId: work.jobId, failures: 1, lastError: 'The job ended without completing its work' },
    ]);
    await waitFor('the end of the pause', async () => (await sweepOnce()).enqueued === 1);
  });

  test('asks again for work that was put off when its time has come, and counts no failure', async () => {
    const work = capture();
    let runs = 0;
    t.work('capture', async (_data, { jobId }) => {
      runs++;
      await (runs === 1 ? deferWork(t.database.pool, jobId, 300) : completeWork(t.database.pool, jobId));
    });
    await enqueue(work);
    await untilState(work.jobId, 'completed');

    expect(await sweepOnce()).toEqual({ enqueued: 0, paused: 0, next: '' });
    await waitFor('the time', async () => (await sweepOnce()).enqueued === 1);
    await waitFor('the second run', () => runs === 2);
    expect(await failingWork(t.database.pool)).toEqual([]);
  });

  test('runs at once what was asked for anew while an earlier run was at work', async () => {
    const work = capture();
    const gate = Promise.withResolvers<void>();
    let runs = 0;
    t.work('capture', async () => {
      runs++;
      await gate.promise;
    });
    await enqueue(work);
    await waitFor('the first run', () => runs === 1);
    await markEnqueued(t.database.pool, [work]);
    gate.resolve();
    await untilState(work.jobId, 'completed');
    expect(await sweepOnce()).toMatchObject({ enqueued: 1, paused: 0 });
    await waitFor('the second run', () => runs === 2);
  });

  test('leaves work that failed for good, until a person asks for it', async () => {
    const work = capture();
    let broken = true;
    t.work('capture', async (_data, { jobId }) => {
      if (broken) throw new PermanentError('The capture is damaged');
      await completeWork(t.database.pool, jobId);
    });
    await enqueue(work);
    await untilState(work.jobId, 'failed');
    expect(await pendingWork(t.database.pool)).toMatchObject({ capture: { total: 1, failing: 1, permanent: 1 } });
    expect(await sweepOnce()).toMatchObject({ enqueued: 0, paused: 0 });
    broken = false;
    expect(await retryFailingWork(t.database.pool)).toBe(1);
    expect(await sweepOnce()).toMatchObject({ enqueued: 1 });
    await waitFor('the end', async () => (await pendingWork(t.database.pool)).capture.total === 0);
  });

  test('asks no more for a poll when another poll of the source has come through', async () => {
    let broken = true;
    t.work('poll', async () => {
      if (broken) throw new PermanentError('The feed is broken');
    });
    await t.queues.upsertPollScheduler('geekwire', 300);
    await waitFor('the failure', async () => (await pendingWork(t.database.pool)).poll.permanent === 1);
    broken = false;
    await waitFor('a later poll', async () => (await pendingWork(t.database.pool)).poll.total === 0);
  });

  test.each([
    ['an hour ahead', 3_600_000, 0],
    ['right, for one whose clock is an hour behind', 0, -3_600_000],
  ])('frees the work of a process that died with its clock %s', async (_, offsetMs, ownOffsetMs) => {
    const work = capture();
    const doomed = await t.startDoomedWorker('capture', offsetMs);
    await enqueue(work);
    await doomed.tookAJob;
    await doomed.die();
    let runs = 0;
    const now = Date.now;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ownOffsetMs);
    t.work('capture', async (_data, { jobId }) => {
      runs++;
      await completeWork(t.database.pool, jobId);
    });
    const stop = new AbortController();
    const sweeper = startSweeper({ pool: t.database.pool, queues: t.queues, signal: stop.signal, everyMs: 50 });
    await waitFor('the second run', () => runs === 1);
    clock.mockRestore();
    stop.abort();
    await sweeper.done;
    expect(t.errors).toEqual([]);
  });

  test('makes schedules again that are gone, and does not touch the others', async () => {
    await t.queues.upsertPollScheduler('kept', 3_600_000, { firstPoll: 'scheduled' });
    const stop = new AbortController();
    const sweeper = startSweeper({
      pool: t.database.pool,
      queues: t.queues,
      signal: stop.signal,
      everyMs: 50,
      pollSchedules: async () => [
        { sourceId: 'kept', everyMs: 60_000 },
        { sourceId: 'lost', everyMs: 60_000 },
      ],
    });
    await waitFor('the schedule', async () => (await t.queues.pollSchedules()).size === 2);
    expect(await t.queues.pollSchedules()).toEqual(
      new Map([
        ['kept', 3_600_000],
        ['lost', 60_000],
      ]),
    );
    await t.loseQueueContents();
    await waitFor('both schedules', async () => (await t.queues.pollSchedules()).size === 2);
    stop.abort();
    await sweeper.done;
    expect(t.errors).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvalidJobError, PermanentError, RetryableError } from './errors.ts';
import { jobIds } from './jobIds.ts';
import { backends, openTestQueues, type TestQueues } from './test/testQueues.ts';
import { requestWork } from './work/requestWork.ts';

describe.each(backends)('queues $title', ({ backend, missing }) => {
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

  test('a job reaches its worker with its data, its id and the number of its attempt', async () => {
    const seen: unknown[] = [];
    t.work('capture', async (data, { jobId, attempt }) => {
      seen.push({ data, jobId, attempt });
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the job', () => seen.length > 0);
    expect(seen).toEqual([{ data, jobId, attempt: 1 }]);
  });

  test('an id that waits already is not added a second time', async () => {
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await t.queues.add('capture', jobId, data);
    await t.queues.addAll([
      { queue: 'capture', jobId, data },
      { queue: 'capture', jobId, data },
    ]);
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 1, active: 0, completed: 0 } });
  });

  test('an id that is at work is not added a second time', async () => {
    const gate = Promise.withResolvers<void>();
    const started: string[] = [];
    t.work('capture', async (_data, { jobId }) => {
      started.push(jobId);
      await gate.promise;
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the start', () => started.length > 0);
    await t.queues.add('capture', jobId, data);
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 0, active: 1 } });
    gate.resolve();
  });

  test('an id that was completed and is still kept runs again when its work comes back', async () => {
    const seen: string[] = [];
    t.work('capture', async (_data, { jobId }) => {
      seen.push(jobId);
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the first run', async () => (await t.queues.find('capture', jobId)).state === 'completed');
    await t.queues.add('capture', jobId, data);
    await waitFor('the second run', () => seen.length === 2);
    expect(seen).toEqual([jobId, jobId]);
  });

  test('an id that failed for good and is still kept runs again when its work comes back', async () => {
    let refused = true;
    t.work('capture', async () => {
      if (refused) throw new PermanentError('refused');
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the failure', async () => (await t.queues.find('capture', jobId)).state === 'failed');
    refused = false;
    await t.queues.add('capture', jobId, data);
    await waitFor('the second run', async () => (await t.queues.find('capture', jobId)).state === 'completed');
  });

  test('a failing job is tried again until it succeeds', async () => {
    const attempts: number[] = [];
    t.work('capture', async (_data, { attempt }) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('not yet');
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('success', async () => (await t.queues.find('capture', jobId)).state === 'completed');
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('a job whose attempts are used up fails with the last reason', async () => {
    let attempts = 0;
    t.work('capture', async () => {
      attempts++;
      throw new RetryableError(`refused for the ${attempts}th time`);
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the end', async () => (await t.queues.find('capture', jobId)).state === 'failed');
    expect(attempts).toBe(t.queues.tuning.attempts.capture);
    expect(await t.queues.find('capture', jobId)).toMatchObject({ failedReason: 'refused for the 5th time' });
  });

  test('a permanent error is not tried again', async () => {
    let attempts = 0;
    t.work('capture', async () => {
      attempts++;
      throw new PermanentError('the page is gone');
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the end', async () => (await t.queues.find('capture', jobId)).state === 'failed');
    expect(attempts).toBe(1);
    expect(await t.queues.find('capture', jobId)).toMatchObject({ failedReason: 'the page is gone' });
  });

  test('a Retry-After is honoured: the next attempt is not earlier', async () => {
    const started: number[] = [];
    t.work('capture', async (_data, { attempt }) => {
      started.push(Date.now());
      if (attempt === 1) throw new RetryableError('slow down', { retryAfterMs: 900 });
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the second attempt', () => started.length === 2);
    const [first = 0, second = 0] = started;
    expect(second - first).toBeGreaterThanOrEqual(900);
  });

  test('other jobs run while one waits for its next attempt', async () => {
    const slow = capture();
    const done: string[] = [];
    t.work('capture', async (_data, { jobId }) => {
      if (jobId === slow.jobId) throw new RetryableError('slow down', { retryAfterMs: 60_000 });
      done.push(jobId);
    });
    const others = [capture(), capture(), capture()];
    await t.queues.addAll([slow, ...others]);
    await waitFor('the others', () => done.length === 3);
    expect(done.sort()).toEqual(others.map(({ jobId }) => jobId).sort());
    expect(await t.queues.counts()).toMatchObject({ capture: { delayed: 1 } });
  });

  test('a body that does not fit is refused when it is added', async () => {
    const wrong = JSON.parse('{"articleId":"no-uuid","body":"a whole page"}');
    await expect(t.queues.add('capture', 'capture-x', wrong)).rejects.toThrow(InvalidJobError);
    await expect(t.queues.add('capture', 'capture-x', wrong)).rejects.toThrow(
      /capture-x of queue capture.*articleId.*discoveredEventId.*body/s,
    );
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 0 } });
  });

  test('a body that got into the queue by another way fails for good, with a reason that names the field', async () => {
    const handled: unknown[] = [];
    t.work('capture', async (data) => {
      handled.push(data);
    });
    await t.addRaw('capture', 'capture-strange', { articleId: 7 });
    await waitFor('the end', async () => (await t.queues.find('capture', 'capture-strange')).state === 'failed');
    expect(await t.queues.find('capture', 'capture-strange')).toMatchObject({
      failedReason: expect.stringMatching(
        /Job capture-strange of queue capture has a body that can't be read: articleId: .*discoveredEventId/,
      ),
    });
    expect(handled).toEqual([]);
  });

  test.each(['capture:1', '17', '', 'Capture-1', `capture-${'x'.repeat(300)}`])('"%s" is refused as a job id', async (jobId) => {
    await expect(t.queues.add('capture', jobId, capture().data)).rejects.toThrow(InvalidJobError);
  });

  test('a worker works on as many jobs at once as it may, and no more', async () => {
    let atWork = 0;
    let most = 0;
    let done = 0;
    const gate = Promise.withResolvers<void>();
    t.work(
      'capture',
      async () => {
        most = Math.max(most, ++atWork);
        await gate.promise;
        atWork--;
        done++;
      },
      3,
    );
    await t.queues.addAll(Array.from({ length: 8 }, capture));
    await waitFor('three at once', () => atWork === 3);
    gate.resolve();
    await waitFor('all', () => done === 8);
    expect(most).toBe(3);
  });

  test('each job is done by one of several workers', async () => {
    const done: string[] = [];
    const handler = async (_data: unknown, { jobId }: { jobId: string }) => {
      done.push(jobId);
    };
    t.work('capture', handler, 5);
    t.work('capture', handler, 5);
    const work = Array.from({ length: 60 }, capture);
    await t.queues.addAll(work);
    await waitFor('all', () => done.length >= 60);
    expect(done.sort()).toEqual(work.map(({ jobId }) => jobId).sort());
  });

  test('a job of a worker that died is done again by another', async () => {
    const dead = await t.startDoomedWorker('capture');
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await dead.tookAJob;
    await dead.die();
    const attempts: number[] = [];
    t.work('capture', async (_data, { attempt }) => {
      attempts.push(attempt);
    });
    await waitFor('the second worker', async () => (await t.queues.find('capture', jobId)).state === 'completed', 30_000);
    expect(attempts).toEqual([1]);
  }, 60_000);

  test('closing a worker waits for the job at hand and takes no more', async () => {
    const gate = Promise.withResolvers<void>();
    const started: string[] = [];
    const worker = t.work('capture', async (_data, { jobId }) => {
      started.push(jobId);
      await gate.promise;
    });
    const [first, second] = [capture(), capture()];
    await t.queues.addAll([first, second]);
    await waitFor('the start', () => started.length === 1);
    const closed = worker.close(10_000);
    gate.resolve();
    expect(await closed).toBe(true);
    expect(started).toEqual([first.jobId]);
    expect(await t.queues.find('capture', first.jobId)).toMatchObject({ state: 'completed' });
    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 1 } });
  });

  test('at its deadline, closing aborts the signal of the job at hand, which is tried again', async () => {
    const started: string[] = [];
    const worker = t.work('capture', async (_data, { jobId, signal }) => {
      started.push(jobId);
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the start', () => started.length === 1);
    expect(await worker.close(100)).toBe(false);
    const again: number[] = [];
    t.work('capture', async (_data, { attempt }) => {
      again.push(attempt);
    });
    await waitFor('the second worker', () => again.length === 1);
    expect(again).toEqual([2]);
  });

  test('at its deadline, closing leaves behind a job that heeds no signal', async () => {
    const started: string[] = [];
    const worker = t.work('capture', async (_data, { jobId }) => {
      started.push(jobId);
      await new Promise(() => {});
    });
    const { jobId, data } = capture();
    await t.queues.add('capture', jobId, data);
    await waitFor('the start', () => started.length === 1);
    expect(await worker.close(100)).toBe(false);
    const again: string[] = [];
    t.work('capture', async (_data, context) => {
      again.push(context.jobId);
    });
    await waitFor('the second worker', () => again.length === 1, 30_000);
    expect(again).toEqual([jobId]);
  }, 60_000);

  test('a new source is polled at once, and then by its schedule', async () => {
    const polled: string[] = [];
    t.work('poll', async ({ sourceId }) => {
      polled.push(sourceId);
    });
    await t.queues.upsertPollScheduler('amazon-press', 500);
    await waitFor('three polls', () => polled.length >= 3);
    expect(new Set(polled)).toEqual(new Set(['amazon-press']));
  });

  test('a poll that is asked for while one is at work is not done with that one', async () => {
    const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asked: (boolean | undefined)[] = [];
    t.work('poll', async (_data, { isAskedFor }) => {
      asked.push(isAskedFor);
      begun.resolve();
      await end.promise;
    });
    await requestWork(t.database.pool, 'poll', { sourceId: 'amazon-press' });
    await t.queues.add('poll', jobIds.poll('amazon-press'), { sourceId: 'amazon-press' });
    await begun.promise;
    await requestWork(t.database.pool, 'poll', { sourceId: 'amazon-press' });
    end.resolve();
    await waitFor('the end of the poll', async () => (await t.queues.counts()).poll.completed === 1);

    expect((await t.database.pool.query('SELECT job_id FROM work.pending_work')).rows).toEqual([{ job_id: 'poll-amazon-press' }]);
    await t.queues.add('poll', jobIds.poll('amazon-press'), { sourceId: 'amazon-press' });
    await waitFor('the second poll', async () => (await t.database.pool.query('SELECT FROM work.pending_work')).rowCount === 0);
    expect(asked).toEqual([true, true]);
  });

  test('a schedule is one however often it is said, follows a new interval, and ends when removed', async () => {
    await t.queues.upsertPollScheduler('amazon-press', 3_600_000);
    await t.queues.upsertPollScheduler('amazon-press', 3_600_000);
    expect(await t.queues.pollSchedules()).toEqual(new Map([['amazon-press', 3_600_000]]));
    expect(await t.queues.counts()).toMatchObject({ poll: { waiting: 1, delayed: 1 } });
    await t.queues.upsertPollScheduler('amazon-press', 1_800_000);
    expect(await t.queues.pollSchedules()).toEqual(new Map([['amazon-press', 1_800_000]]));
    expect(await t.queues.counts()).toMatchObject({ poll: { waiting: 1, delayed: 1 } });
    await t.queues.removePollScheduler('amazon-press');
    expect(await t.queues.pollSchedules()).toEqual(new Map());
    expect(await t.queues.counts()).toMatchObject({ poll: { waiting: 0, delayed: 0 } });
  });

  test('sources of one interval have places of their own in it', async () => {
    await t.queues.upsertPollScheduler('one', 3_600_000, { firstPoll: 'scheduled' });
    await t.queues.upsertPollScheduler('two', 3_600_000, { firstPoll: 'scheduled' });
    await t.queues.upsertPollScheduler('three', 3_600_000, { firstPoll: 'scheduled' });
    const due = await t.delayedUntil('poll');
    expect(due).toHaveLength(3);
    expect(new Set(due.map((at) => Math.floor(at / 1_000))).size).toBe(3);
  });

  test('a poll that fails does not end its schedule', async () => {
    let polls = 0;
    t.work('poll', async () => {
      polls++;
      throw new PermanentError('the feed is broken');
    });
    await t.queues.upsertPollScheduler('broken', 300);
    await waitFor('three polls', () => polls >= 3);
    expect(await t.queues.pollSchedules()).toEqual(new Map([['broken', 300]]));
  });
});

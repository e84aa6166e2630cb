import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestQueues, type TestQueues } from '../test/testQueues.ts';
import { measureWork } from './measureWork.ts';

let t: TestQueues;
beforeAll(async () => {
  t = await openTestQueues('postgres');
});
afterAll(() => t.close());

it('what failed is counted by itself, and makes no queue look late', async () => {
  const rows = [
    // Waits for its first attempt; hours old, but failed; parked; put off since its host is busy.
    { job: 'capture-a', age: '5 minutes', attempts: 0, permanent: false, pause: null },
    { job: 'capture-b', age: '9 hours', attempts: 4, permanent: false, pause: null },
    { job: 'capture-c', age: '9 hours', attempts: 9, permanent: true, pause: null },
    { job: 'capture-d', age: '9 hours', attempts: 0, permanent: false, pause: '1 hour' },
  ];
  for (const { job, age, attempts, permanent, pause } of rows)
    await t.queues.pool.query(
      `INSERT INTO work.pending_work (job_id, queue, data, requested_at, attempts, permanent, next_try_at)
       VALUES ($1, 'capture', $2, now() - $3::interval, $4, $5, now() + $6::interval)`,
      [job, { articleId: randomUUID(), discoveredEventId: randomUUID() }, age, attempts, permanent, pause],
    );
  const { capture, extract } = await measureWork(t.queues.pool);
  expect(capture).toMatchObject({ total: 4, failing: 1, parked: 1 });
  expect(Math.round(capture.oldestSeconds / 60)).toBe(5);
  expect(extract).toEqual({ total: 0, failing: 0, parked: 0, oldestSeconds: 0 });
});

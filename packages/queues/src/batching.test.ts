import { randomUUID } from 'node:crypto';
import { waitFor } from '@newsledger/test-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jobIds } from './jobIds.ts';
import { migrateQueues } from './migrateQueues.ts';
import { backends, openTestQueues, type TestQueues } from './test/testQueues.ts';
import { markEnqueued } from './work/markEnqueued.ts';
import { pendingWork } from './work/pendingWork.ts';

describe.each(backends)('many jobs at once, $title', ({ backend, missing }) => {
  let t: TestQueues;

  beforeEach(async (context) => {
    if (missing) context.skip();
    t = await openTestQueues(backend);
  });

  afterEach(() => t?.close());

  test('of hundreds handed over together, those that are kept as finished run again, and those that wait are left alone', async () => {
    const finished = capture();
    const waiting = capture();
    const work = [finished, waiting, ...Array.from({ length: 58 }, capture)];
    const seen: string[] = [];
    const worker = t.work('capture', async (_data, { jobId }) => {
      seen.push(jobId);
    });
    await t.queues.addAll([finished]);
    await waitFor('the first', async () => (await t.queues.find('capture', finished.jobId)).state === 'completed');
    await worker.close(5_000);
    await t.queues.addAll([waiting]);

    await t.queues.addAll(work);

    expect(await t.queues.counts()).toMatchObject({ capture: { waiting: 60, completed: 0 } });
    t.work('capture', async (_data, { jobId }) => void seen.push(jobId), 20);
    await waitFor('all', () => new Set(seen).size === 60 && seen.length > 60, 60_000);
    expect(seen.filter((jobId) => jobId === finished.jobId).length).toBeGreaterThan(1);
  }, 90_000);

  test('work that ends at the same time is completed together, each when its own statement has committed', async () => {
    const work = Array.from({ length: 100 }, capture);
    await markEnqueued(t.database.pool, work);
    await t.database.pool.query(`
      CREATE TABLE deletions (at timestamptz DEFAULT now());
      CREATE FUNCTION note_deletion() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO deletions DEFAULT VALUES; RETURN NULL; END';
      CREATE TRIGGER note_deletion AFTER DELETE ON work.pending_work FOR EACH STATEMENT EXECUTE FUNCTION note_deletion()`);

    await Promise.all(work.map(({ jobId }) => t.queues.complete(jobId)));

    expect((await pendingWork(t.database.pool)).capture.total).toBe(0);
    const { rows } = await t.database.pool.query<{ statements: number }>('SELECT count(*)::integer AS statements FROM deletions');
    expect(rows[0]?.statements).toBeLessThanOrEqual(2);
  });
});

test('a completion that fails tells whoever asked for it, and later ones go through', async () => {
  const t = await openTestQueues('postgres');
  const work = capture();
  await markEnqueued(t.database.pool, [work]);
  await t.database.pool.query('ALTER TABLE work.pending_work RENAME TO hidden');

  await expect(t.queues.complete(work.jobId)).rejects.toThrow('does not exist');
  await t.database.pool.query('ALTER TABLE work.hidden RENAME TO pending_work');
  await t.queues.complete(work.jobId);

  expect((await pendingWork(t.database.pool)).capture.total).toBe(0);
  await t.close();
});

test('BullMQ’s own events are not kept on PostgreSQL, whoever migrates last', async () => {
  const t = await openTestQueues('postgres');
  await Promise.all([migrateQueues(t.database.pool), migrateQueues(t.database.pool)]);
  const { jobId, data } = capture();
  await t.queues.add('capture', jobId, data);
  t.work('capture', async () => {});
  await waitFor('the job', async () => (await t.queues.find('capture', jobId)).state === 'completed');
  expect((await t.database.pool.query('SELECT count(*)::integer AS events FROM bullmq.event')).rows).toEqual([{ events: 0 }]);
  await t.close();
});

function capture() {
  const data = { articleId: randomUUID(), discoveredEventId: randomUUID() };
  return { queue: 'capture' as const, jobId: jobIds.capture(data.discoveredEventId), data };
}

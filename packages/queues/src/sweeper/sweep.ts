import type pg from 'pg';
import type { Queues } from '../createQueues.ts';
import { recordFailure } from '../work/recordFailure.ts';
import { type DueWork, readDueWork } from './readDueWork.ts';
import { takeForRequeue } from './takeForRequeue.ts';

/** Rows compared with the queue at once. */
const PAGE = 500;

/** Pages of a sweep that finds nothing amiss; the next one goes on where it ended. */
const MAX_QUIET_PAGES = 10;

export interface SweepResult {
  /** Jobs put into their queue again: it had lost them, or their pause is over. */
  readonly enqueued: number;
  /** Jobs found failed or ended without a note of it; their pause has begun. */
  readonly paused: number;
  /** Where the next sweep goes on; '' is the beginning. */
  readonly next: string;
}

/**
 * Compares the outbox with the queues, and puts back what they have lost. When a page shows losses, all that follow are looked at too, so
 * that an emptied Redis is filled in one sweep.
 */
export async function sweep(options: { pool: pg.Pool; queues: Queues; graceMs: number; after: string }): Promise<SweepResult> {
  const { pool, queues, graceMs } = options;
  let { after } = options;
  let enqueued = 0;
  let paused = 0;
  for (let quiet = 0; quiet < MAX_QUIET_PAGES; quiet++) {
    const page = await readDueWork(pool, { after, limit: PAGE, graceMs });
    const verdicts = await Promise.all(page.due.map(async (due) => ({ due, verdict: await judge(queues, due) })));

    const requeue = verdicts.filter(({ verdict }) => verdict === 'requeue').map(({ due }) => due.work);
    if (requeue.length > 0) {
      const still = await takeForRequeue(
        pool,
        requeue.map(({ jobId }) => jobId),
      );
      const work = requeue.filter(({ jobId }) => still.has(jobId));
      await queues.addAll(work);
      enqueued += work.length;
      quiet = 0;
    }
    for (const { due, verdict } of verdicts) {
      if (typeof verdict !== 'object') continue;
      await recordFailure(pool, queues.tuning, due.work.jobId, { message: verdict.failed, exhausted: true, permanent: false });
      paused++;
    }
    if (page.last === null) return { enqueued, paused, next: '' };
    after = page.last;
  }
  return { enqueued, paused, next: after };
}

/** What is to be done about one row, looking only at its job. Whether the row is still there is asked later, when nothing can undo it. */
async function judge(queues: Queues, { work, requestedAt, paused }: DueWork): Promise<'fine' | 'requeue' | { failed: string }> {
  const job = await queues.find(work.queue, work.jobId);
  if (job.state === 'queued') return 'fine';
  if (job.state === 'missing' || paused) return 'requeue';
  // It was asked for anew while an earlier run of the same id was at work.
  if (job.startedAt !== null && job.startedAt < requestedAt) return 'requeue';
  if (job.state === 'failed') return { failed: job.failedReason ?? 'The job failed without a reason' };
  return { failed: 'The job ended without completing its work' };
}

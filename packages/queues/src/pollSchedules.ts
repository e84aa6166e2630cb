import { createHash } from 'node:crypto';
import { inTransaction } from '@newsledger/event-store';
import type { JobSchedulerTemplateOptions } from 'bullmq';
import type pg from 'pg';
import type { BackendQueue } from './backend.ts';
import { parseJobData, type Work } from './jobData.ts';
import { jobIds } from './jobIds.ts';
import { completeWork } from './work/completeWork.ts';
import { markEnqueued } from './work/markEnqueued.ts';

export interface PollSchedules {
  /**
   * Polls a source every `everyMs` from now on. A new source is polled at once, and then at a place within the interval that is its own, so
   * that sources with one interval don't all come together. Saying the same again changes nothing; another interval counts from now.
   * @param options `firstPoll: 'scheduled'` leaves out the poll at once.
   */
  upsertPollScheduler(sourceId: string, everyMs: number, options?: { firstPoll?: 'now' | 'scheduled' }): Promise<void>;
  /** Polls a source no more, not even once more at once. */
  removePollScheduler(sourceId: string): Promise<void>;
  /** Source ids with their intervals in milliseconds, as the queue holds them. */
  pollSchedules(): Promise<ReadonlyMap<string, number>>;
}

export function createPollSchedules(
  queue: BackendQueue,
  pool: pg.Pool,
  addAll: (work: readonly Work[]) => Promise<void>,
  options: JobSchedulerTemplateOptions,
): PollSchedules {
  return {
    async upsertPollScheduler(sourceId, everyMs, { firstPoll = 'now' } = {}) {
      const id = jobIds.poll(sourceId);
      const data = parseJobData('poll', id, { sourceId });
      if (!(Number.isSafeInteger(everyMs) && everyMs > 0)) throw new RangeError(`"${everyMs}" ms is no interval to poll ${sourceId} in`);
      if ((await queue.getJobScheduler(id))?.every === everyMs) return;
      const isNew = await alone(pool, id, async () => {
        const existing = await queue.getJobScheduler(id);
        if (existing?.every === everyMs) return false;
        const startDate = Date.now() + (existing === undefined ? placeWithin(sourceId, everyMs) : everyMs);
        await queue.upsertJobScheduler(id, { every: everyMs, startDate }, { name: 'poll', data, opts: options });
        return existing === undefined;
      });
      if (!isNew || firstPoll === 'scheduled') return;
      const work: Work[] = [{ queue: 'poll', jobId: id, data }];
      await markEnqueued(pool, work);
      await addAll(work);
    },
    async removePollScheduler(sourceId) {
      const id = jobIds.poll(sourceId);
      await queue.removeJobScheduler(id);
      await completeWork(pool, id);
      await queue.remove(id);
    },
    async pollSchedules() {
      const schedules = await queue.getJobSchedulers(0, -1);
      return new Map(schedules.map(({ key, every }) => [key.replace(/^poll-/, ''), every ?? 0]));
    },
  };
}

/** Processes take turns: on PostgreSQL, BullMQ would give a source that several of them make a schedule for one next poll each, for ever. */
function alone<T>(pool: pg.Pool, id: string, work: () => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`newsledger schedule ${id}`]);
    return work();
  });
}

/** The same place for a source every time, evenly spread over [0, `everyMs`). */
function placeWithin(sourceId: string, everyMs: number): number {
  const fraction = createHash('sha256').update(sourceId).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(fraction * everyMs);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { readCheckpoint } from '@newsledger/event-store';
import { isIdle, pendingWork } from '@newsledger/queues';
import { PROJECTOR } from '@newsledger/read-models';
import { outlets } from './editions.ts';
import type { FaultySystem } from './faultySystem.ts';

const LOOK_EVERY_MS = 150;
/** When nothing has changed for so long, a job counts as stuck; and after the second of these, whatever changes. */
const STANDSTILL_MS = 120_000;
const DEADLINE_MS = 900_000;
/** However often its attempts are used up, work that fails is work to do. */
const ANY_FAILURES = 2 ** 31 - 1;

/**
 * Waits until nothing is left to do: every event is work that was done and rows that were written, no job waits or runs, and each source has its
 * schedule.
 * @returns null, or what was left when the time was over.
 */
export async function settle(system: FaultySystem): Promise<string | null> {
  const deadline = performance.now() + DEADLINE_MS;
  let changedAt = performance.now();
  let left = '';
  let before = '';
  while (performance.now() < Math.min(deadline, changedAt + STANDSTILL_MS)) {
    try {
      left = await leftToDo(system);
      if (left === '') return null;
      const state = `${await system.store.lastPosition()} ${left}`;
      if (state !== before) changedAt = performance.now();
      before = state;
    } catch (error) {
      // A server is coming back.
      left = `the servers could not be asked: ${error instanceof Error ? error.message : String(error)}`;
    }
    await sleep(LOOK_EVERY_MS);
  }
  return left;
}

async function leftToDo({ pool, store, queues }: FaultySystem): Promise<string> {
  if (!(await isIdle({ pool, store, toleratedFailures: ANY_FAILURES })))
    return `work in the outbox: ${JSON.stringify(await pendingWork(pool))}`;
  const { rows } = await pool.query<{ job_id: string; last_error: string }>('SELECT job_id, last_error FROM work.pending_work');
  if (rows.length > 0) return `work that nobody tries again: ${JSON.stringify(rows)}`;
  const last = await store.lastPosition();
  const projected = await readCheckpoint(pool, PROJECTOR);
  if (projected < last) return `the tables are at event ${projected} of ${last}`;
  const counts = await queues.counts();
  const jobs = Object.values(counts).reduce((sum, { waiting, active }) => sum + waiting + active, 0);
  const delayed = Object.values(counts).reduce((sum, count) => sum + count.delayed, 0);
  return jobs > 0 || delayed !== outlets.length ? `jobs in the queues: ${JSON.stringify(counts)}` : '';
}

import type { Look } from '@newsledger/platform';
import type { QueueName } from './jobData.ts';

/**
 * Looks whether this process takes what waits in its queues: a live worker that is free takes a job at once, so that jobs may only wait while
 * it ends others.
 * @param counts how many jobs wait, by queue.
 * @param ended how many jobs this process has ended since its start.
 */
export function createQueueLook(
  queues: readonly QueueName[],
  counts: () => Promise<Readonly<Record<QueueName, { readonly waiting: number }>>>,
  ended: () => number,
): () => Promise<Look> {
  let endedBefore = 0;
  return async () => {
    const counted = await counts();
    const waiting = queues.reduce((sum, queue) => sum + counted[queue].waiting, 0);
    const endedNow = ended();
    const hasEndedSome = endedNow > endedBefore;
    endedBefore = endedNow;
    return { goesOn: waiting === 0 || hasEndedSome, says: `${waiting} jobs wait (${queues.join(', ')}), ${endedNow} were ended here` };
  };
}

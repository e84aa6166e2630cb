import type pg from 'pg';
import { PermanentError } from './errors.ts';
import { noteSuspect } from './work/noteSuspect.ts';

export interface Suspects {
  /**
   * Runs a job that was at work when a process ended, alone among such jobs, so that the one that ends processes is told from those that
   * merely ran beside it.
   * @param stalls how often the queue found the job without a worker.
   * @throws {PermanentError} when processes ended so often while it ran alone that it is taken for the cause.
   */
  run(jobId: string, stalls: number, work: () => Promise<void>): Promise<void>;
}

/** Takes the suspects of one worker one after another. @param maxCrashes after so many ends of its process, a job is begun no more. */
export function createSuspects(pool: pg.Pool, maxCrashes: number): Suspects {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(jobId, stalls, work) {
      const turn = last.then(async () => {
        // A poll that comes by schedule has no row, and the next one comes anyway.
        const crashes = (await noteSuspect(pool, jobId)) ?? stalls;
        if (crashes > maxCrashes)
          throw new PermanentError(
            `The process that worked on it ended ${crashes} times without finishing it, so it is taken for the cause`,
          );
        await work();
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
}

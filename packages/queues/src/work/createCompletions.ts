import type pg from 'pg';

/** Takes done work out of the outbox, many jobs in one statement where many end at once. */
export interface Completions {
  /** Resolves when it is taken out for good. Completing what is complete already is nothing. */
  complete(jobId: string): Promise<void>;
}

/**
 * While one statement is on its way, what ends meanwhile gathers for the next: alone a job waits for nobody, and under load a commit, which
 * waits for the disk, is shared by all that end during the one before.
 */
export function createCompletions(pool: pg.Pool): Completions {
  let gathered = new Set<string>();
  let next: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    const jobIds = gathered;
    gathered = new Set();
    next = null;
    await pool.query({
      name: 'work.complete',
      text: 'DELETE FROM work.pending_work WHERE job_id = ANY ($1::text[])',
      values: [[...jobIds]],
    });
  };
  return {
    complete(jobId) {
      gathered.add(jobId);
      if (next === null) {
        next = last.then(flush);
        last = next.catch(() => {});
      }
      return next;
    },
  };
}

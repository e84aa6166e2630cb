import type pg from 'pg';

/**
 * Takes work out of the outbox. Call it in the transaction that appends what the work found, so that both happen or neither does.
 * Completing what is complete already is nothing.
 */
export async function completeWork(client: pg.Pool | pg.ClientBase, jobId: string): Promise<void> {
  await client.query('DELETE FROM work.pending_work WHERE job_id = $1', [jobId]);
}

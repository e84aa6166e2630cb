import type pg from 'pg';
import { InvalidJobError } from '../errors.ts';
import { parseJobData, type QueueName, type Work } from '../jobData.ts';
import { checkJobId } from '../jobIds.ts';
import { defaultTuning } from '../tuning.ts';
import { recordFailure } from './recordFailure.ts';

/** A row of the outbox as stored, perhaps by another release. */
export interface WorkRow {
  readonly queue: QueueName;
  readonly jobId: string;
  readonly data: unknown;
  readonly requestedAt: Date;
}

/** The rows whose work this release understands. The others are noted as failed for good, so that they don't hold up the rest. */
export async function readWorkRows<Row extends WorkRow>(pool: pg.Pool, rows: readonly Row[]): Promise<(Row & { work: Work })[]> {
  const read: (Row & { work: Work })[] = [];
  for (const row of rows) {
    try {
      checkJobId(row.jobId);
      read.push({ ...row, work: readWork(row) });
    } catch (error) {
      if (!(error instanceof InvalidJobError)) throw error;
      await recordFailure(pool, defaultTuning, row.jobId, { message: error.message, exhausted: true, permanent: true });
    }
  }
  return read;
}

function readWork({ queue, jobId, data }: WorkRow): Work {
  switch (queue) {
    case 'poll':
      return { queue, jobId, data: parseJobData(queue, jobId, data) };
    case 'capture':
      return { queue, jobId, data: parseJobData(queue, jobId, data) };
    case 'extract':
      return { queue, jobId, data: parseJobData(queue, jobId, data) };
  }
}

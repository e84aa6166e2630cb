import type pg from 'pg';
import { type JobData, parseJobData, type QueueName } from '../jobData.ts';
import { jobIds } from '../jobIds.ts';
import { insertWork } from './insertWork.ts';

/**
 * Asks for one poll of a source, or one capture or extraction of an article, besides what the log asks for. A dispatcher of any process
 * enqueues it; `pendingWork` counts it until it is done.
 * @returns its job id.
 * @throws {InvalidJobError} when the data doesn't fit the queue.
 */
export async function requestWork<Name extends QueueName>(
  client: pg.Pool | pg.ClientBase,
  queue: Name,
  data: JobData<Name>,
): Promise<string> {
  const work = readRequest(queue, data);
  await insertWork(client, [work]);
  return work.jobId;
}

function readRequest(queue: QueueName, data: unknown) {
  switch (queue) {
    case 'poll': {
      const poll = parseJobData(queue, 'to be asked for', data);
      return { queue, jobId: jobIds.poll(poll.sourceId), data: poll };
    }
    case 'capture': {
      const capture = parseJobData(queue, 'to be asked for', data);
      return { queue, jobId: jobIds.capture(capture.discoveredEventId), data: capture };
    }
    case 'extract': {
      const extract = parseJobData(queue, 'to be asked for', data);
      return { queue, jobId: jobIds.extract(extract.articleId, extract.revision, extract.extractorVersion), data: extract };
    }
  }
}

import { TRACEPARENT } from '@newsledger/platform';
import { z } from 'zod';
import { InvalidJobError } from './errors.ts';

/** One queue per kind of work, so that each scales and is watched on its own. */
export const queueNames = { poll: 'poll', capture: 'capture', extract: 'extract' } as const;

export type QueueName = keyof typeof queueNames;

const articleId = z.uuid();

/** The span that asked for the job, while traces are sent. */
const traceparent = z.string().regex(TRACEPARENT).optional();

/** What a job may carry: ids, never bodies. */
const schemas = {
  poll: z.strictObject({
    sourceId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens'),
    traceparent,
  }),
  capture: z.strictObject({ articleId, discoveredEventId: z.uuid(), traceparent }),
  extract: z.strictObject({
    articleId,
    /** 0 is the feed entry, for a page that can't be had. */
    revision: z.int().min(0),
    extractorVersion: z.int().min(1),
    traceparent,
  }),
};

export type JobData<Name extends QueueName = QueueName> = z.infer<(typeof schemas)[Name]>;

/** One job as it is asked for. */
export type Work = { [Name in QueueName]: { readonly queue: Name; readonly jobId: string; readonly data: JobData<Name> } }[QueueName];

/**
 * Checks the body of a job at the door, on the way in and on the way out.
 * @throws {InvalidJobError} naming the queue, the job and every field that doesn't fit.
 */
export function parseJobData<Name extends QueueName>(queue: Name, jobId: string, data: unknown): JobData<Name> {
  const parsed = schemas[queue].safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
    );
    throw new InvalidJobError(`Job ${jobId} of queue ${queue} has a body that can't be read: ${problems.join('; ')}`);
  }
  return parsed.data as JobData<Name>;
}

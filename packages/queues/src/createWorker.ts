import { inSpan, withLogContext } from '@newsledger/platform';
import { UnrecoverableError } from 'bullmq';
import type { Queues } from './createQueues.ts';
import { PermanentError } from './errors.ts';
import { type JobData, parseJobData, type QueueName } from './jobData.ts';
import { jobIds } from './jobIds.ts';
import { retryDelayMs } from './retryDelay.ts';
import { createSuspects } from './suspects.ts';
import { jobAttributes } from './traces/jobAttributes.ts';
import { completePollRequest, findPollRequest } from './work/pollRequest.ts';
import { recordFailure } from './work/recordFailure.ts';

/** We count ourselves which job ends processes: the queue counts those that ran beside it, too, and would fail them. */
const MAX_STALLS = 1_000;

/** After the deadline, handlers that heed their signal get this long to end. */
const ABORT_GRACE_MS = 1_000;

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the worker must stop now. */
  readonly signal: AbortSignal;
  /** Of a poll: somebody wants it besides its schedule, due or not. */
  readonly isAskedFor?: boolean;
}

/** How an attempt at a job ended. */
export interface EndedJob {
  readonly queue: QueueName;
  /** `retried`: it comes again. `exhausted`: not before a pause. `permanent`: never by itself. */
  readonly outcome: 'done' | 'retried' | 'exhausted' | 'permanent';
  readonly seconds: number;
}

export type JobHandler<Name extends QueueName> = (data: JobData<Name>, context: JobContext) => Promise<void>;

export interface Worker {
  /**
   * Takes no more jobs and waits for the running ones; when `deadlineMs` has passed, aborts their signals, and leaves behind those that
   * don't heed it: another worker does them again.
   * @returns whether every job ended by itself.
   */
  close(deadlineMs: number): Promise<boolean>;
  /** How many jobs have ended here, well or not. */
  ended(): number;
}

/**
 * Works on one queue. A handler that resolves has done its job; one that throws is tried again later, unless with a PermanentError.
 * Handlers of `capture` and `extract` end by completing their work (`completeWork`), best in the transaction of their append.
 */
export function createWorker<Name extends QueueName>(
  queues: Queues,
  name: Name,
  handler: JobHandler<Name>,
  options: { concurrency: number; onEnd?: ((job: EndedJob) => void) | undefined },
): Worker {
  const { tuning, onError } = queues;
  const running = new Set<Promise<void>>();
  const suspects = createSuspects(queues.pool, tuning.maxCrashes);
  let ended = 0;
  const stop = new AbortController();
  const worker = queues.openWorker(
    name,
    // BullMQ passes the signal only to a function of three parameters.
    async (job, _token, signal) => {
      const jobId = job.id ?? '';
      const attempt = job.attemptsMade + 1;
      const startedAt = performance.now();
      const tellEnd = (outcome: EndedJob['outcome']) =>
        options.onEnd?.({ queue: name, outcome, seconds: (performance.now() - startedAt) / 1000 });
      const signals = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
      const work = (async () => {
        const data = parseJobData(name, jobId, job.data);
        const handle = async () => {
          if (!('sourceId' in data)) return handler(data, { jobId, attempt, signal: signals });
          // Nothing is appended in one transaction with a poll, so that it is completed here. A scheduled poll is as good as one asked for.
          const pollId = jobIds.poll(data.sourceId);
          const requestedAt = await findPollRequest(queues.pool, pollId);
          await handler(data, { jobId, attempt, signal: signals, isAskedFor: requestedAt !== null });
          if (requestedAt !== null) await completePollRequest(queues.pool, pollId, requestedAt);
        };
        const run = () => (job.stalledCounter > 0 ? suspects.run(jobId, job.stalledCounter, handle) : handle());
        await followed(name, jobId, data, run);
      })();
      running.add(work);
      try {
        await work;
        tellEnd('done');
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        const permanent = error instanceof PermanentError;
        const exhausted = permanent || attempt >= (job.opts.attempts ?? 1);
        tellEnd(permanent ? 'permanent' : exhausted ? 'exhausted' : 'retried');
        await recordFailure(queues.pool, tuning, jobId, { message: error.message, exhausted, permanent }).catch((problem: Error) =>
          onError(problem, `outbox of ${jobId}`),
        );
        throw permanent ? unrecoverable(error) : error;
      } finally {
        running.delete(work);
        ended += 1;
      }
    },
    {
      concurrency: options.concurrency,
      lockDuration: tuning.lockDurationMs,
      stalledInterval: tuning.stalledIntervalMs,
      maxStalledCount: MAX_STALLS,
      settings: { backoffStrategy: (failedAttempts, _type, error) => retryDelayMs(failedAttempts, error, tuning) },
    },
  );
  const close = async (deadlineMs: number): Promise<boolean> => {
    const closed = worker.close();
    if (await within(deadlineMs, closed)) return true;
    const left = running.size;
    stop.abort(new Error(`worker ${name} stops: its deadline of ${deadlineMs} ms has passed`));
    if (await within(ABORT_GRACE_MS, closed)) return left === 0;
    await within(ABORT_GRACE_MS, worker.cut());
    return false;
  };
  let closing: Promise<boolean> | undefined;
  return {
    close: (deadlineMs) => {
      closing ??= close(deadlineMs);
      return closing;
    },
    ended: () => ended,
  };
}

/** Does a job in a span that follows from what asked for it; log lines say which job and what it is about. */
function followed(queue: QueueName, jobId: string, data: JobData, work: () => Promise<void>): Promise<void> {
  const about = 'sourceId' in data ? { sourceId: data.sourceId } : { articleId: data.articleId };
  const attributes = {
    ...jobAttributes(queue, jobId, 'process'),
    ...('sourceId' in data ? { 'newsledger.source.id': data.sourceId } : { 'newsledger.article.id': data.articleId }),
  };
  return inSpan(`process ${queue}`, { kind: 'consumer', attributes, parent: data.traceparent ?? null }, () =>
    withLogContext({ jobId, ...about }, work),
  );
}

function unrecoverable(error: Error): UnrecoverableError {
  const wrapped = new UnrecoverableError(error.message);
  if (error.stack !== undefined) wrapped.stack = error.stack;
  return wrapped;
}

/** Whether `promise` settles within `deadlineMs`. */
async function within(deadlineMs: number, promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

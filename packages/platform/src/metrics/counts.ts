import type { tableMetrics } from './tableMetrics.ts';
import type { workMetrics } from './workMetrics.ts';

/** What became of a batch of events that was given to the log. */
interface CountedAppend {
  readonly outcome: string;
  readonly appended: readonly { readonly type: string }[];
}

/** How an attempt at a job ended. */
interface CountedJob {
  readonly queue: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** What is counted alike by every service that appends, and by every one that works on a queue. */
export function createCounts({
  appends,
  appendedEvents,
  jobs,
  jobSeconds,
}: Pick<ReturnType<typeof tableMetrics>, 'appends' | 'appendedEvents'> & Pick<ReturnType<typeof workMetrics>, 'jobs' | 'jobSeconds'>) {
  return {
    countAppend: ({ outcome, appended }: CountedAppend): void => {
      appends.inc({ outcome });
      for (const { type } of appended) appendedEvents.inc({ type });
    },
    countJob: ({ queue, outcome, seconds }: CountedJob): void => {
      jobs.inc({ queue, outcome });
      jobSeconds.observe({ queue }, seconds);
    },
  };
}

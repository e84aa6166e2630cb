import { type Families, SECONDS } from './families.ts';

/** Queues, and the outbox that they are filled from. The gauges are of the whole system: each fetcher says the same. */
export function workMetrics({ counter, gauge, histogram }: Families) {
  const queue = { name: 'queue', values: ['poll', 'capture', 'extract'] } as const;
  return {
    queueDepth: gauge({
      name: 'newsledger_queue_depth',
      help: 'Work that is asked for and not done, by queue. Polls that come by schedule are not in it.',
      labels: [queue],
      services: ['fetcher'],
    }),
    queueJobs: gauge({
      name: 'newsledger_queue_jobs',
      help: 'Jobs that the queue holds, by state.',
      labels: [queue, { name: 'state', values: ['waiting', 'active', 'delayed', 'completed', 'failed'] }],
      services: ['fetcher'],
    }),
    oldestJobSeconds: gauge({
      name: 'newsledger_queue_oldest_job_age_seconds',
      help: 'Age of the oldest work that waits, or is at work, for the first time; 0 when there is none. What failed is counted elsewhere.',
      labels: [queue],
      services: ['fetcher'],
    }),
    failingWork: gauge({
      name: 'newsledger_work_failing',
      help: 'Work of which an attempt failed and that is tried again.',
      labels: [queue],
      services: ['fetcher'],
    }),
    parkedWork: gauge({
      name: 'newsledger_work_parked',
      help: 'Work that is not tried again by itself.',
      labels: [queue],
      services: ['fetcher'],
    }),
    jobs: counter({
      name: 'newsledger_jobs_total',
      help: 'Jobs that this process worked on, by outcome.',
      labels: [
        queue,
        {
          name: 'outcome',
          values: ['done', 'retried', 'exhausted', 'permanent'],
          meaning: '`retried`: failed, and comes again; `exhausted`: failed for the last time before a pause; `permanent`: parked',
        },
      ],
      services: ['fetcher', 'extractor'],
    }),
    jobSeconds: histogram({
      name: 'newsledger_job_duration_seconds',
      help: 'Time at work on one job.',
      labels: [queue],
      buckets: SECONDS,
      services: ['fetcher', 'extractor'],
    }),
  };
}

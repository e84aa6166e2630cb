import { measureWork } from '@newsledger/queues';
import { measureSources } from '@newsledger/read-models';
import type { FetcherContext } from './fetcherContext.ts';

/** There may be a hundred thousand; nobody needs their number newer. */
const SOURCES_GOOD_FOR_MS = 30_000;

/** Has queues and sources measured whenever metrics are asked for. They are of the whole system, whichever fetcher is asked. */
export function measureWhole({ pool, queues, metrics }: Pick<FetcherContext, 'pool' | 'queues' | 'metrics'>): void {
  const { queueDepth, queueJobs, oldestJobSeconds, failingWork, parkedWork, sources, pollOverdueSeconds } = metrics;
  metrics.addMeasure({
    name: 'queues',
    take: async () => {
      const [work, jobs] = await Promise.all([measureWork(pool), queues.counts()]);
      for (const [queue, { total, failing, parked, oldestSeconds }] of Object.entries(work)) {
        queueDepth.set({ queue }, total);
        failingWork.set({ queue }, failing);
        parkedWork.set({ queue }, parked);
        oldestJobSeconds.set({ queue }, oldestSeconds);
      }
      for (const [queue, states] of Object.entries(jobs))
        for (const [state, count] of Object.entries(states)) queueJobs.set({ queue, state }, count);
    },
    forget: () => {
      for (const gauge of [queueDepth, queueJobs, oldestJobSeconds, failingWork, parkedWork]) gauge.reset();
    },
  });
  metrics.addMeasure({
    name: 'sources',
    take: async () => {
      const { byHealth, overdueSeconds } = await measureSources(pool);
      // A state that no source is in any more must not keep its last number.
      sources.reset();
      for (const [health, count] of Object.entries(byHealth)) sources.set({ health }, count);
      pollOverdueSeconds.set(overdueSeconds);
    },
    forget: () => {
      sources.reset();
      pollOverdueSeconds.remove();
    },
    goodForMs: SOURCES_GOOD_FOR_MS,
  });
}

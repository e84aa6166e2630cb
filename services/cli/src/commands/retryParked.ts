import { extractor } from '@newsledger/claims';
import { createEventStore, type RetriedStream } from '@newsledger/event-store';
import { retryFailingWork, retryParkedWorkEvents } from '@newsledger/queues';
import { retryParkedTables } from '@newsledger/read-models';
import type pg from 'pg';
import type { Printer } from '../output/printer.ts';
import { showProgress } from '../output/progress.ts';

/**
 * Tries again what is parked: events, now and here; and work, as soon as a worker is free.
 * @param only ids of jobs, articles or sources, to ask for the work of these alone; everything when there are none.
 * @returns false when an event still fails.
 */
export async function retryEverything(pool: pg.Pool, printer: Printer, only: readonly string[]): Promise<boolean> {
  const jobs = await retryFailingWork(pool, only.length === 0 ? undefined : only);
  const store = createEventStore(pool);
  const events: RetriedStream[] = [];
  if (only.length === 0) {
    events.push(...(await retryParkedWorkEvents(pool, store, extractor.version)));
    const progress = showProgress('Folding the log');
    const tables = await retryParkedTables(pool, store, { onProgress: progress.update }).finally(progress.stop);
    events.push(...tables.streams);
  }
  const failing = events.filter(({ error }) => error !== null);
  if (printer.json) {
    printer.line(JSON.stringify({ jobs, events: events.map(({ position, ...event }) => ({ position: `${position}`, ...event })) }));
    return failing.length === 0;
  }
  if (jobs + events.length === 0) printer.line(only.length === 0 ? 'Nothing is parked, and no work fails.' : 'No work of these fails.');
  if (jobs > 0) printer.line(`${jobs} ${jobs === 1 ? 'job is' : 'jobs are'} tried again as soon as a worker is free.`);
  for (const { position, type, stream, error } of events)
    printer.line(`Event ${position} (${type} in stream ${stream}) ${error === null ? 'is taken in now.' : `stays parked: ${error}`}`);
  return failing.length === 0;
}

import { isTracing, noteSpan } from '@newsledger/platform';
import type pg from 'pg';
import type { Work } from '../jobData.ts';
import { jobAttributes } from './jobAttributes.ts';
import { readTraces } from './readTraces.ts';

/**
 * The same work, carrying on the traces of the events that it follows from.
 * @param causes ids of these events, by job.
 */
export async function sendInTraces(
  client: pg.ClientBase,
  add: readonly Work[],
  causes: ReadonlyMap<string, string>,
): Promise<readonly Work[]> {
  if (!isTracing()) return add;
  const traces = await readTraces(
    client,
    add.flatMap(({ jobId }) => causes.get(jobId) ?? []),
  );
  return traces.size === 0 ? add : add.map((work) => carry(work, traces.get(causes.get(work.jobId) ?? '')));
}

function carry<Each extends Work>(work: Each, parent: string | undefined): Each {
  if (parent === undefined) return work;
  const attributes = jobAttributes(work.queue, work.jobId, 'send');
  const traceparent = noteSpan(`send ${work.queue}`, { kind: 'producer', attributes, parent }) ?? parent;
  return { ...work, data: { ...work.data, traceparent } };
}

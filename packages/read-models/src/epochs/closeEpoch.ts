import type { EventStore } from '@newsledger/event-store';
import { canonicalJson, type EventData, newEvent, streamOf } from '@newsledger/events';
import type pg from 'pg';
import { gatherOutcomes } from './gatherOutcomes.ts';
import { studyWitnesses } from './studyWitnesses.ts';

type Epoch = EventData<'ReliabilityEpochClosed'>;

interface Findings {
  readonly sources: Epoch['sources'];
  readonly extractors: NonNullable<Epoch['extractors']>;
  readonly copying: NonNullable<Epoch['copying']>;
  readonly habits: NonNullable<Epoch['habits']>;
}

export type ClosedEpoch =
  | { readonly outcome: 'closed'; readonly epoch: number; readonly findings: Findings }
  /** The last epoch says the same already. */
  | { readonly outcome: 'unchanged'; readonly epoch: number }
  /** Somebody else closed an epoch at the same moment. */
  | { readonly outcome: 'overtaken' };

/** As many as fit an event; the log takes eight kibibytes each. */
const ROWS_PER_PART = 40;
const GROUPS_PER_PART = 4;

/**
 * Freezes what audits proved so far, and what is known of copying, for all decisions from now on. The tables must be up to date.
 * @param closedAt an ISO instant.
 */
export async function closeEpoch(pool: pg.Pool, store: EventStore, closedAt: string): Promise<ClosedEpoch> {
  const stream = streamOf.reliability();
  const events = await store.readStream(stream);
  const closed = events.flatMap((event) => (event.type === 'ReliabilityEpochClosed' ? [event.data] : []));
  const last = closed.at(-1)?.epoch ?? 0;
  const findings = await gatherFindings(pool);
  const before = joined(closed.filter(({ epoch }) => epoch === last));
  if (canonicalJson(before) === canonicalJson(findings)) return { outcome: 'unchanged', epoch: last };
  const epoch = last + 1;
  const parts = partsOf(findings);
  const news = parts.map((part, index) =>
    newEvent('ReliabilityEpochClosed', { epoch, ...part, part: index + 1, parts: parts.length, closedAt }),
  );
  const result = await store.append(stream, events.at(-1)?.streamVersion ?? 'no_stream', news);
  return result.outcome === 'appended' ? { outcome: 'closed', epoch, findings } : { outcome: 'overtaken' };
}

async function gatherFindings(pool: pg.Pool): Promise<Findings> {
  const { sources, extractors } = await gatherOutcomes(pool);
  const { copying, habits } = await studyWitnesses(pool);
  return {
    sources,
    extractors,
    copying: copying.map(({ sources: members, comparisons, shared }) => ({ sources: members.slice(0, 40), comparisons, shared })),
    habits: habits.map(({ measure, usual, otherwise }) => ({ measure, usual: usual.slice(0, 20), otherwise: otherwise.slice(0, 20) })),
  };
}

function joined(parts: readonly Epoch[]): Findings {
  return {
    sources: parts.flatMap(({ sources }) => sources),
    extractors: parts.flatMap(({ extractors = [] }) => extractors),
    copying: parts.flatMap(({ copying = [] }) => copying),
    habits: parts.flatMap(({ habits = [] }) => habits),
  };
}

/** At least one part: an epoch may find nothing. */
function partsOf({ sources, extractors, copying, habits }: Findings): Findings[] {
  const count = Math.max(
    1,
    Math.ceil(sources.length / ROWS_PER_PART),
    Math.ceil(extractors.length / ROWS_PER_PART),
    Math.ceil(copying.length / GROUPS_PER_PART),
    Math.ceil(habits.length / GROUPS_PER_PART),
  );
  return Array.from({ length: count }, (_, index) => ({
    sources: slice(sources, ROWS_PER_PART, index),
    extractors: slice(extractors, ROWS_PER_PART, index),
    copying: slice(copying, GROUPS_PER_PART, index),
    habits: slice(habits, GROUPS_PER_PART, index),
  }));
}

function slice<Row>(rows: readonly Row[], size: number, index: number): Row[] {
  return rows.slice(index * size, (index + 1) * size);
}

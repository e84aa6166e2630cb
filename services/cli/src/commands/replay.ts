import { createEventStore } from '@newsledger/event-store';
import { type AnyRecordedEvent, type EventType, eventTypes } from '@newsledger/events';
import type pg from 'pg';
import { UsageError } from '../usageError.ts';

export interface ReplayFilter {
  /** Events after this position. */
  readonly after: bigint;
  /** Null for all types. */
  readonly types: readonly string[] | null;
  /** One stream only, `article-<id>`; null for the whole log. */
  readonly stream: string | null;
}

const BATCH = 1_000;

/** Writes the log's events in their order, as JSON lines, brought to their current schema version. */
export async function replay(pool: pg.Pool, filter: ReplayFilter, write: (line: string) => void): Promise<void> {
  const store = createEventStore(pool);
  const types = filter.types?.map(eventType) ?? null;
  if (filter.stream !== null) {
    const events = await store.readStream(filter.stream);
    for (const event of events) if (event.position > filter.after && (types === null || types.includes(event.type))) write(lineOf(event));
    return;
  }
  const end = await store.lastPosition();
  for (let after = filter.after; after < end; ) {
    const { events, upTo } = await store.readAll({ after, limit: BATCH, ...(types === null ? {} : { types }) });
    for (const event of events) write(lineOf(event));
    if (upTo === after) return;
    after = upTo;
  }
}

function eventType(name: string): EventType {
  const type = eventTypes.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (type === undefined) throw new UsageError(`There is no event type "${name}"; the types are ${eventTypes.join(', ')}.`);
  return type;
}

function lineOf(event: AnyRecordedEvent): string {
  return JSON.stringify({ ...event, position: `${event.position}` });
}

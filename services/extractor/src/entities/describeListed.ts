import { organisations } from '@newsledger/claims';
import type { EventStore, StreamBatch } from '@newsledger/event-store';
import { type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { BUILT_IN } from './readEntities.ts';

/** The day on which the built-in list was drawn up; the same for all processes, so that each says the same. */
const DRAWN_UP = '2025-11-01T00:00:00.000Z';

const listed = new Map(organisations.map((organisation) => [organisation.name, organisation]));

/**
 * Says in the log what the built-in list knows of the organisations that claims name, and of their parents, so that tables show it and a
 * replay needs no list. Each is said once; a process that has said it remembers.
 */
export function createListedDescriber(store: EventStore): (events: readonly NewEvent[]) => Promise<void> {
  const done = new Set<string>();
  return async (events) => {
    const named = new Set(events.flatMap(namesIn));
    const batches: StreamBatch[] = [];
    for (const name of named) {
      const organisation = done.has(name) ? undefined : listed.get(name);
      if (organisation === undefined) continue;
      const { parent, traits } = organisation;
      if (parent !== null) named.add(parent);
      const event = newEvent('EntityDescribed', {
        entity: name,
        kind: traits.includes('index') ? 'index' : 'organisation',
        parent,
        identifiers: {},
        by: BUILT_IN,
        decidedAt: DRAWN_UP,
      });
      batches.push({ stream: streamOf.entity(name), expected: 'any', events: [event] });
    }
    await store.appendMany(batches);
    for (const name of named) done.add(name);
  };
}

function namesIn({ type, data }: NewEvent): string[] {
  if (type === 'FigureReported' && 'figure' in data) return [data.figure.subject, data.figure.counterparty].filter((name) => name !== null);
  if (type === 'DealReported' && 'deal' in data) return data.deal.parties.map(({ entity }) => entity);
  return [];
}

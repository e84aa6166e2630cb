import type { NewEvent } from '@newsledger/events';
import type { AppendResult } from './appendEvents.ts';
import type { EventStore } from './eventStore.ts';

/** What became of one batch. */
export interface ToldAppend {
  readonly outcome: AppendResult['outcome'];
  /** Those that are in the log now and were not before; of a transaction that is rolled back, too. */
  readonly appended: readonly NewEvent[];
}

/** The same store, which says of every batch what became of it. */
export function tellAppends(store: EventStore, tell: (append: ToldAppend) => void): EventStore {
  return {
    ...store,
    async append(stream, expected, events, context, client) {
      const result = await store.append(stream, expected, events, context, client);
      if (events.length > 0) tell(toldOf(result, events));
      return result;
    },
    async appendMany(batches, client) {
      const results = await store.appendMany(batches, client);
      for (const [place, { events }] of batches.entries()) {
        const result = results[place];
        if (result !== undefined && events.length > 0) tell(toldOf(result, events));
      }
      return results;
    },
  };
}

function toldOf(result: AppendResult, events: readonly NewEvent[]): ToldAppend {
  if (result.outcome !== 'appended') return { outcome: result.outcome, appended: [] };
  const known = new Set(result.duplicateIds);
  return { outcome: 'appended', appended: events.filter(({ id }) => !known.has(id)) };
}

import type { EventStore } from '@newsledger/event-store';
import type { AnyRecordedEvent } from '@newsledger/events';
import type { Round } from '@newsledger/read-models';

/** Reads the events of a round. */
export type RoundReader = (round: Pick<Round, 'after' | 'upTo'>) => Promise<readonly AnyRecordedEvent[]>;

/** Makes what reads each round once for all shares of this process. */
export function createRoundReader(store: EventStore): RoundReader {
  let latest: { readonly key: string; readonly events: ReturnType<RoundReader> } | null = null;
  return (round) => {
    const key = `${round.after}-${round.upTo}`;
    if (latest?.key === key) return latest.events;
    const events = readEvents(store, round);
    latest = { key, events };
    events.catch(() => {
      if (latest?.events === events) latest = null;
    });
    return events;
  };
}

async function readEvents(store: EventStore, { after, upTo }: Pick<Round, 'after' | 'upTo'>) {
  const { events } = await store.readAll({ after, limit: Number(upTo - after) });
  return events.filter(({ position }) => position <= upTo);
}

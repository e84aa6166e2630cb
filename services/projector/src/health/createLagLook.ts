import type { EventStore } from '@newsledger/event-store';
import type { Look } from '@newsledger/platform';

/** How far the tables are behind the log. */
export interface Lag {
  /** Positions between the end of the log and the tables. */
  readonly eventsBehind: number;
  /** How long the oldest event that is not in the tables has been in the log, in milliseconds; 0 when there is none. */
  readonly waitingMs: number;
}

/** @param position up to which the tables hold the log. */
export async function readLag(store: EventStore, position: bigint, now = new Date()): Promise<Lag> {
  const { events } = await store.readAll({ after: position, limit: 1 });
  const [oldest] = events;
  if (oldest === undefined) return { eventsBehind: 0, waitingMs: 0 };
  const last = await store.lastPosition();
  // The database's clock and ours differ.
  return { eventsBehind: Number(last - position), waitingMs: Math.max(0, now.getTime() - oldest.recordedAt.getTime()) };
}

/**
 * Looks whether the tables keep up with the log: no event waits longer than `boundMs`, or the backlog shrinks, be it in events or in time.
 */
export function createLagLook(lag: () => Promise<Lag>, boundMs: number): () => Promise<Look> {
  let before: Lag | null = null;
  return async () => {
    const now = await lag();
    const shrinks = before !== null && (now.eventsBehind < before.eventsBehind || now.waitingMs < before.waitingMs);
    before = now;
    const says =
      now.eventsBehind === 0 ? 'no event waits' : `${now.eventsBehind} events behind, the oldest for ${Math.round(now.waitingMs / 1000)} s`;
    return { goesOn: now.waitingMs <= boundMs || shrinks, says };
  };
}

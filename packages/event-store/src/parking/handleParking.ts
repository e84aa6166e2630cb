import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { type Handle, handleApart } from './handleApart.ts';
import { failingStreams, type Parkable, parkBehind, parkEvent } from './parkEvent.ts';

/** An event that was parked just now because it fails. */
export interface ParkedEvent extends Parkable {
  readonly error: unknown;
}

/**
 * Handles events in order, and parks those that fail with all that follow in their streams. Events of streams that wait already join them.
 * Call it inside the transaction that moves the checkpoint.
 * @param options `careful` looks for the events that fail; otherwise the first failure is thrown. `onPoison` is told before each is parked,
 *   and may throw instead.
 * @returns the events that fail.
 */
export async function handleParking(
  client: pg.PoolClient,
  { name, handle }: { readonly name: string; readonly handle: Handle },
  events: readonly AnyRecordedEvent[],
  { careful, onPoison }: { readonly careful: boolean; readonly onPoison?: (event: AnyRecordedEvent, error: unknown) => void },
): Promise<ParkedEvent[]> {
  const failing = await failingStreams(client, name, [...new Set(events.map(({ stream }) => stream))]);
  const poisonous: ParkedEvent[] = [];
  const isHeldBack = ({ stream }: AnyRecordedEvent) => failing.has(stream);
  if (careful)
    await handleApart(client, events, {
      handle,
      isHeldBack,
      onPoison: async (event, error) => {
        onPoison?.(event, error);
        await parkEvent(client, name, event, error);
        failing.set(event.stream, event.position);
        poisonous.push({ ...event, error });
      },
    });
  else {
    const open = failing.size === 0 ? events : events.filter((event) => !isHeldBack(event));
    if (open.length > 0) await handle(client, open);
  }
  if (failing.size > 0)
    await parkBehind(
      client,
      name,
      events.filter(({ stream, position }) => position > (failing.get(stream) ?? position)),
      failing,
    );
  return poisonous;
}

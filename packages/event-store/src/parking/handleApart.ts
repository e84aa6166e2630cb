import type { AnyRecordedEvent } from '@newsledger/events';
import type pg from 'pg';
import { isOfTheEvents } from './isOfTheEvents.ts';

/** Does what is to be done with events, in order, through a client that is in a transaction. */
export type Handle = (client: pg.PoolClient, events: readonly AnyRecordedEvent[]) => Promise<void>;

export interface ApartOptions {
  readonly handle: Handle;
  /** Told of an event that fails by itself, when all that it did is undone. What it throws is thrown. */
  readonly onPoison: (event: AnyRecordedEvent, error: unknown) => Promise<void>;
  /** Events that are to be left out by now; asked again after each poisonous one. */
  readonly isHeldBack?: (event: AnyRecordedEvent) => boolean;
}

/**
 * Handles events in order, and in halves where they fail, until the ones that fail by themselves are found. Call it inside a transaction.
 * @throws whatever is no fault of the events, such as a lost connection.
 */
export async function handleApart(client: pg.PoolClient, events: readonly AnyRecordedEvent[], options: ApartOptions): Promise<void> {
  const { handle, onPoison, isHeldBack = () => false } = options;
  const open = events.filter((event) => !isHeldBack(event));
  const [first] = open;
  if (first === undefined) return;
  const failure = await tryToHandle(client, handle, open);
  if (failure === null) return;
  if (open.length === 1) {
    await onPoison(first, failure.error);
    return;
  }
  const middle = Math.ceil(open.length / 2);
  await handleApart(client, open.slice(0, middle), options);
  await handleApart(client, open.slice(middle), options);
}

/** Null when it went well; otherwise nothing of it is left, and the fault is one of the events. */
export async function tryToHandle(
  client: pg.PoolClient,
  handle: Handle,
  events: readonly AnyRecordedEvent[],
): Promise<{ readonly error: unknown } | null> {
  await client.query('SAVEPOINT part');
  try {
    await handle(client, events);
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part').catch(() => {
      // The connection is gone, which is what went wrong.
      throw error;
    });
    if (!isOfTheEvents(error)) throw error;
    return { error };
  }
  await client.query('RELEASE SAVEPOINT part');
  return null;
}

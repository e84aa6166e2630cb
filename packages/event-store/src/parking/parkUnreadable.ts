import type pg from 'pg';
import type { ParkedEvent } from './handleParking.ts';
import { failingStreams, parkBehind, parkEvent } from './parkEvent.ts';
import type { Unreadable } from './readNext.ts';

/** Parks an event that this release can't read; behind its stream, when that waits already. @returns the event, unless it only waits. */
export async function parkUnreadable(
  client: pg.PoolClient,
  name: string,
  { unreadable, error }: Unreadable,
): Promise<readonly ParkedEvent[]> {
  const failing = await failingStreams(client, name, [unreadable.stream]);
  if (failing.size > 0) {
    await parkBehind(client, name, [unreadable], failing);
    return [];
  }
  await parkEvent(client, name, unreadable, error);
  return [{ ...unreadable, error }];
}

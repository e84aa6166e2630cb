import { type EventStore, type Handle, inTransaction, lockCheckpoint, type RetriedStream, retryParked } from '@newsledger/event-store';
import type pg from 'pg';
import { applyEvents } from '../applyEvents.ts';
import { PROJECTOR } from '../projectorName.ts';
import type { RebuildOptions } from '../rebuild.ts';
import { keepSharesOut } from '../shares/round.ts';
import { rebuildParking } from './rebuildParking.ts';

export interface RetriedTables {
  /** Each parked stream, with what it still fails with. */
  readonly streams: readonly RetriedStream[];
  /** Whether something could be taken in, and the tables were made anew with it. */
  readonly rebuilt: boolean;
}

/**
 * Tries again what the tables lack. Where something can be folded now, the tables are made anew, since events that came meanwhile were folded
 * without it: the result is a rebuild's, history included, of all but what fails still.
 */
export async function retryParkedTables(
  pool: pg.Pool,
  store: EventStore,
  options: Pick<RebuildOptions, 'onProgress' | 'batchSize'> & { readonly apply?: Handle } = {},
): Promise<RetriedTables> {
  const { apply = applyEvents } = options;
  const probed = await inTransaction(pool, async (client) => {
    await lockCheckpoint(client, PROJECTOR);
    await keepSharesOut(client, pool);
    return retryParked(client, store, { name: PROJECTOR, handle: apply, keep: false });
  });
  if (!probed.some(({ error }) => error === null)) return { streams: probed, rebuilt: false };
  const { parked } = await rebuildParking(pool, store, { ...options, mayPark: 'any' });
  const failing = new Map(parked.map((event) => [event.stream, event]));
  const streams = probed.map((stream) => {
    const error = failing.get(stream.stream)?.error;
    return { ...stream, error: error === undefined ? null : error instanceof Error ? error.message : String(error) };
  });
  return { streams, rebuilt: true };
}

import {
  type EventStore,
  forgetParked,
  type Handle,
  handleParking,
  inTransaction,
  type ParkedEvent,
  parkUnreadable,
  readNext,
  rememberAttempts,
  saveCheckpoint,
} from '@newsledger/event-store';
import type pg from 'pg';
import { applyEvents } from '../applyEvents.ts';
import { emptyTables } from '../emptyTables.ts';
import { PROJECTOR } from '../projectorName.ts';
import type { RebuildOptions } from '../rebuild.ts';
import { saveRules } from '../save/saveRules.ts';
import { closeRound, keepSharesOut } from '../shares/round.ts';
import { RebuildStoppedError } from './rebuildStoppedError.ts';

/** A few megabytes of events at a time. */
const BATCH_SIZE = 1000;

export interface RebuildParkingOptions extends RebuildOptions {
  /** Folds a batch; `applyEvents` unless another is given. */
  readonly apply?: Handle;
  /** What may be parked: any event that fails, or only those of streams that were parked before; another one then stops the rebuild. */
  readonly mayPark: 'any' | 'known';
}

export interface ParkingRebuild {
  /** The position up to which the log was folded. */
  readonly reached: bigint;
  /** The events that fail. */
  readonly parked: readonly ParkedEvent[];
}

/**
 * Rebuilds as `rebuild` does, in one transaction and with readers going on, but parks what can't be folded: the tables are then those of a
 * log without it. Where nothing fails, the result is a rebuild's.
 * @throws {RebuildStoppedError} at an event that fails and may not be parked.
 */
export async function rebuildParking(pool: pg.Pool, store: EventStore, options: RebuildParkingOptions): Promise<ParkingRebuild> {
  return inTransaction(pool, async (client) => {
    await saveCheckpoint(client, PROJECTOR, 0n);
    await keepSharesOut(client, pool);
    await closeRound(client);
    if (options.rules !== undefined) await saveRules(client, options.rules);
    await emptyTables(client);
    const former = await forgetParked(client, PROJECTOR);
    const known = new Set(former.map(({ stream }) => stream));
    const result = await replay(client, store, options, (event, error) => {
      if (options.mayPark === 'known' && !known.has(event.stream)) throw new RebuildStoppedError(event, error);
    });
    await rememberAttempts(client, PROJECTOR, former);
    await saveCheckpoint(client, PROJECTOR, result.reached);
    return result;
  });
}

async function replay(
  client: pg.PoolClient,
  store: EventStore,
  { onProgress, batchSize = BATCH_SIZE, apply = applyEvents }: RebuildParkingOptions,
  onPoison: (event: Pick<ParkedEvent, 'position' | 'type' | 'stream'>, error: unknown) => void,
): Promise<ParkingRebuild> {
  const last = await store.lastPosition();
  const parked: ParkedEvent[] = [];
  let after = 0n;
  for (;;) {
    const batch = await readNext(store, client, { after, limit: batchSize });
    if ('unreadable' in batch) {
      const poisonous = await parkUnreadable(client, PROJECTOR, batch);
      for (const event of poisonous) onPoison(event, event.error);
      parked.push(...poisonous);
      after = batch.unreadable.position;
    } else {
      parked.push(...(await handleParking(client, { name: PROJECTOR, handle: apply }, batch.events, { careful: true, onPoison })));
      if (batch.upTo === after) return { reached: after, parked };
      after = batch.upTo;
    }
    onProgress?.(Number(after), Math.max(Number(last), Number(after)));
    if (after >= last) return { reached: after, parked };
  }
}

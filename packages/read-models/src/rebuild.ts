import { type EventStore, forgetParked, type Handle, handleApart, readNext, saveCheckpoint } from '@newsledger/event-store';
import type pg from 'pg';
import { applyEvents } from './applyEvents.ts';
import { emptyTables, vacuumTables } from './emptyTables.ts';
import type { Rules } from './load/loadRules.ts';
import { RebuildStoppedError } from './parking/rebuildStoppedError.ts';
import { PROJECTOR } from './projectorName.ts';
import { saveRules } from './save/saveRules.ts';

/** A few megabytes of events at a time. */
const BATCH_SIZE = 1000;

export interface RebuildOptions {
  /** Told after each batch how many positions of the log are done, and of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly batchSize?: number;
  /** The rules to fold by from now on; those that made the tables when left out. */
  readonly rules?: Rules;
  /** Folds a batch; `applyEvents` unless another is given. */
  readonly apply?: Handle;
}

/**
 * Empties the read models and folds the whole log again, in one transaction: readers go on with the old rows until the new ones are
 * complete, and wait for nothing. A projector at work waits, and goes on from there. Poll states are not derived from the log and stay.
 * Events that were parked are folded like all others.
 * @returns the position up to which the log was folded.
 * @throws {RebuildStoppedError} at the first event that can't be folded; the tables then stay as they were.
 */
export async function rebuild(pool: pg.Pool, store: EventStore, options: RebuildOptions = {}): Promise<bigint> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await saveCheckpoint(client, PROJECTOR, 0n);
    if (options.rules !== undefined) await saveRules(client, options.rules);
    await emptyTables(client);
    await forgetParked(client, PROJECTOR);
    const reached = await replay(client, store, options);
    await saveCheckpoint(client, PROJECTOR, reached);
    await client.query('COMMIT');
    // Autovacuum would do it too, some minutes later.
    await vacuumTables(client).catch(() => {});
    return reached;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function replay(
  client: pg.PoolClient,
  store: EventStore,
  { onProgress, batchSize = BATCH_SIZE, apply = applyEvents }: RebuildOptions,
): Promise<bigint> {
  const last = await store.lastPosition();
  let after = 0n;
  for (;;) {
    const batch = await readNext(store, client, { after, limit: batchSize });
    if ('unreadable' in batch) throw new RebuildStoppedError(batch.unreadable, batch.error);
    const { events, upTo } = batch;
    await handleApart(client, events, {
      handle: apply,
      onPoison: async (event, error) => {
        throw new RebuildStoppedError(event, error);
      },
    });
    onProgress?.(Number(upTo), Math.max(Number(last), Number(upTo)));
    if (upTo === after || upTo >= last) return upTo;
    after = upTo;
  }
}

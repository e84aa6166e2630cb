import type { AnyRecordedEvent, EventType } from '@newsledger/events';
import type pg from 'pg';
import type { EventStore } from '../log/eventStore.ts';
import { wakeChannel } from '../log/wakeReaders.ts';
import { createAlarm } from './createAlarm.ts';
import { handleBatch } from './handleBatch.ts';
import { readCheckpoint } from './readCheckpoint.ts';
import { tryBecomeRunner } from './tryBecomeRunner.ts';

export interface SubscriptionOptions {
  readonly store: EventStore;
  /** One connection of it is taken for as long as this process runs the subscription. */
  readonly pool: pg.Pool;
  /** Names the checkpoint. Of all subscriptions of one name, in whatever process, one runs and the others stand by. */
  readonly name: string;
  /** Only events of these types; all by default. */
  readonly types?: readonly EventType[] | undefined;
  /** At most so many events a transaction. */
  readonly batchSize?: number | undefined;
  /**
   * Does what is to be done with a batch, all of it through `client`, whose transaction also moves the checkpoint: both happen or
   * neither. A batch whose handling throws comes again, after a pause.
   */
  readonly handle: (client: pg.PoolClient, events: readonly AnyRecordedEvent[]) => Promise<void>;
  /** Ends the subscription after the batch at hand. */
  readonly signal: AbortSignal;
  /** How often to look when no hint comes. */
  readonly pollMs?: number | undefined;
  /** Told of everything that goes wrong; the subscription tries again by itself. A process warning by default. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface Subscription {
  /** Resolves when the signal has aborted and the last batch is done; never rejects. */
  readonly done: Promise<void>;
  /** The checkpoint as last seen: everything up to it is done. */
  position(): bigint;
}

const DEFAULT_BATCH_SIZE = 500;
const DEFAULT_POLL_MS = 500;
/** First look again at a log whose writers are about to commit, and first try after an error; both double from there. */
const FIRST_PAUSE_MS = 5;
/** A lasting failure is tried again at least so often. */
const LONGEST_PAUSE_MS = 10_000;

/** Follows the log from its checkpoint on: every event of its types, in order, with its effects exactly once. */
export function subscribe(options: SubscriptionOptions): Subscription {
  let position = 0n;
  return {
    done: keepRunning(options, (reached) => {
      position = reached;
    }),
    position: () => position,
  };
}

async function keepRunning(options: SubscriptionOptions, report: (position: bigint) => void): Promise<void> {
  const { name, pool, signal, pollMs = DEFAULT_POLL_MS, onError = warn(name) } = options;
  const alarm = createAlarm();
  let pauseMs = FIRST_PAUSE_MS;
  const progress = (position: bigint): void => {
    pauseMs = FIRST_PAUSE_MS;
    report(position);
  };
  while (!signal.aborted) {
    try {
      const client = await tryBecomeRunner(pool, name);
      if (client !== null) {
        await runWith(client, options, progress);
      } else {
        report(await readCheckpoint(pool, name));
        await alarm.wait(pollMs, signal);
      }
    } catch (error) {
      onError(error);
      await alarm.wait(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** Runs until the signal aborts, or the connection or a batch fails. */
async function runWith(client: pg.PoolClient, options: SubscriptionOptions, progress: (position: bigint) => void): Promise<void> {
  const { store, name, types, batchSize = DEFAULT_BATCH_SIZE, signal, pollMs = DEFAULT_POLL_MS } = options;
  const alarm = createAlarm();
  const ring = () => alarm.ring();
  client.on('notification', ring);
  try {
    await client.query(`LISTEN ${wakeChannel}`);
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const position = await readCheckpoint(client, name);
      const batch = await store.readAll({ after: position, limit: batchSize, types }, client);
      if (batch.upTo > position && !signal.aborted) {
        progress(await handleBatch(client, options, position, batch));
        pauseMs = FIRST_PAUSE_MS;
        continue;
      }
      progress(position);
      // A hint may come before its transaction commits, so work in flight is looked at again soon.
      await alarm.wait(batch.writersAtWork ? pauseMs : pollMs, signal);
      pauseMs = batch.writersAtWork ? Math.min(pauseMs * 2, pollMs) : FIRST_PAUSE_MS;
    }
  } finally {
    // Closing the connection lets go of the lock, whatever state the connection is in.
    client.release(true);
  }
}

function warn(name: string): (error: unknown) => void {
  return (error) => process.emitWarning(`Subscription ${name} failed and will try again: ${error instanceof Error ? error.stack : error}`);
}

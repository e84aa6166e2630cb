import type { AnyRecordedEvent, EventType } from '@newsledger/events';
import type pg from 'pg';
import type { EventStore } from '../log/eventStore.ts';
import { wakeChannel } from '../log/wakeReaders.ts';
import type { ParkedEvent } from '../parking/handleParking.ts';
import { readNext } from '../parking/readNext.ts';
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
  /**
   * Whether to go on without an event that this release can't read, or whose handling fails by itself each time: it is parked in
   * `ledger.parked_events` with all that follow in its stream, and `retryParked` tries it again. Otherwise it holds everything up.
   */
  readonly parks?: boolean | undefined;
  /** Told of each event that was parked because it fails. */
  readonly onParked?: ((event: ParkedEvent) => void) | undefined;
  /**
   * Done by whoever begins to run the subscription, before its first batch, through the connection that it will be handled by: to bring to an
   * end what the runner before left in the middle.
   */
  readonly begin?: ((client: pg.PoolClient) => Promise<void>) | undefined;
  /** Ends the subscription after the batch at hand. */
  readonly signal: AbortSignal;
  /**
   * Batches that are not full begin at least so far apart, in milliseconds, so that events which come close together share a transaction. An
   * event that comes alone is handled at once. 0 by default.
   */
  readonly gatherMs?: number | undefined;
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
/** From this attempt on, a batch that fails is searched for events that fail by themselves. */
const CAREFUL_FROM_ATTEMPT = 3;

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
  const attempts = new Map<bigint, number>();
  const progress = (position: bigint): void => {
    pauseMs = FIRST_PAUSE_MS;
    report(position);
  };
  while (!signal.aborted) {
    try {
      const client = await tryBecomeRunner(pool, name);
      if (client !== null) {
        await runWith(client, options, attempts, progress);
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

/**
 * Runs until the signal aborts, or the connection or a batch fails.
 * @param attempts how often the batch after a position was begun.
 */
async function runWith(
  client: pg.PoolClient,
  options: SubscriptionOptions,
  attempts: Map<bigint, number>,
  progress: (position: bigint) => void,
): Promise<void> {
  const {
    store,
    name,
    types,
    batchSize = DEFAULT_BATCH_SIZE,
    signal,
    pollMs = DEFAULT_POLL_MS,
    parks = false,
    onParked,
    gatherMs = 0,
  } = options;
  const alarm = createAlarm();
  const ring = () => alarm.ring();
  client.on('notification', ring);
  try {
    await client.query(`LISTEN ${wakeChannel}`);
    await options.begin?.(client);
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const beganAt = performance.now();
      const position = await readCheckpoint(client, name);
      const from = { after: position, limit: batchSize, types };
      const batch = parks ? await readNext(store, client, from) : await store.readAll(from, client);
      if (('unreadable' in batch || batch.upTo > position) && !signal.aborted) {
        const attempt = (attempts.get(position) ?? 0) + 1;
        attempts.clear();
        attempts.set(position, attempt);
        const handled = await handleBatch(client, options, position, batch, attempt >= CAREFUL_FROM_ATTEMPT);
        attempts.clear();
        for (const event of handled.parked) onParked?.(event);
        progress(handled.position);
        pauseMs = FIRST_PAUSE_MS;
        const isFull = 'unreadable' in batch || batch.events.length >= batchSize;
        if (!isFull) await pauseUntil(beganAt + gatherMs, signal);
        continue;
      }
      progress(position);
      // A hint may come before its transaction commits, so work in flight is looked at again soon.
      const writersAtWork = 'writersAtWork' in batch && batch.writersAtWork;
      await alarm.wait(writersAtWork ? pauseMs : pollMs, signal);
      pauseMs = writersAtWork ? Math.min(pauseMs * 2, pollMs) : FIRST_PAUSE_MS;
    }
  } finally {
    // Closing the connection lets go of the lock, whatever state the connection is in.
    client.release(true);
  }
}

/** @param time on the clock of `performance.now()`. */
async function pauseUntil(time: number, signal: AbortSignal): Promise<void> {
  const ms = time - performance.now();
  if (ms > 0) await createAlarm().wait(ms, signal);
}

function warn(name: string): (error: unknown) => void {
  return (error) => process.emitWarning(`Subscription ${name} failed and will try again: ${error instanceof Error ? error.stack : error}`);
}

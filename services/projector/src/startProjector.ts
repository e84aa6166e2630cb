import { type EventStore, type Handle, type Subscription, subscribe } from '@newsledger/event-store';
import { createMetrics, type Logger, type Metrics } from '@newsledger/platform';
import { analyzeGrown, createFolder, PROJECTOR } from '@newsledger/read-models';
import type pg from 'pg';
import { foldInTraces } from './foldInTraces.ts';
import { measureTables } from './measureTables.ts';
import { beginToLead } from './shares/beginToLead.ts';
import { Hints } from './shares/hints.ts';
import { leadRounds } from './shares/leadRounds.ts';
import { workShares } from './shares/workShares.ts';

export interface ProjectorOptions {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  /** Ends it after the batch at hand. */
  readonly signal: AbortSignal;
  /** At most so many events a transaction. */
  readonly batchSize?: number;
  /** Folds a batch; a folder of the read models unless another is given. With several shares, those batches that they can't fold. */
  readonly apply?: Handle;
  /** By how many shares the processes fold together; 1, the default, has one process fold all. */
  readonly shares?: number;
}

/** Reading what a batch touches costs a dozen round trips, whatever its size; larger ones make readers wait longer for news. */
const BATCH_SIZE = 500;

/** Nobody sees in a table whether an event was taken in 40 ms sooner, and under load they share those round trips. */
const GATHER_MS = 40;
/** How often to see whether the tables have outgrown what the planner knows of them. */
const LOOK_AT_SIZES_EVERY_MS = 60_000;

/** Beyond so many shares a round grows no longer: readers wait for all of it. */
const MOST_BATCHES_A_ROUND = 4;

/**
 * Folds the log into the read models, reconciling as it goes. Several may be started: one works, the others stand by, or hold their part of the
 * shares. An event that can't be folded is parked with those of its stream that follow, and the tables are what they would be without them.
 * @returns the subscription; `done` resolves when the signal has aborted and the last batch is written.
 */
export function startProjector(options: ProjectorOptions): Subscription {
  const { pool, store, logger, signal, metrics = createMetrics(), shares = 1 } = options;
  const { batchSize = BATCH_SIZE * Math.min(shares, MOST_BATCHES_A_ROUND) } = options;
  const hints = { rounds: new Hints(), votes: new Hints() };
  const fold = foldInTraces(shares === 1 ? (options.apply ?? createFolder()) : leadRounds({ ...options, ...hints, shares }));
  measureTables(pool, metrics);
  const timer = setInterval(() => {
    analyzeGrown(pool).catch((error) => logger.warn({ err: error }, 'the sizes of the tables could not be looked at'));
  }, LOOK_AT_SIZES_EVERY_MS);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  const working =
    shares === 1 ? Promise.resolve() : workShares({ pool, store, ...hints, logger, signal, onHeld: (held) => showHeld(metrics, held) });
  const subscription = subscribe({
    store,
    pool,
    name: PROJECTOR,
    batchSize,
    gatherMs: GATHER_MS,
    signal,
    parks: true,
    begin: (client) => beginToLead(client, { pool, store, shares }),
    onParked: ({ position, type, stream, error }) =>
      logger.error(
        { err: error, position: `${position}`, type, stream },
        'an event can not be folded; it is parked with all that follow in its stream',
      ),
    handle: async (client, events) => {
      const startedMs = performance.now();
      await fold(client, events);
      const seconds = (performance.now() - startedMs) / 1000;
      metrics.foldedEvents.inc(events.length);
      metrics.foldSeconds.observe(seconds);
      const position = events.at(-1)?.position ?? 0n;
      logger.debug({ events: events.length, position: `${position}`, ms: Math.round(seconds * 1000) }, 'folded');
    },
    onError: (error) => {
      if (!signal.aborted) logger.error({ err: error }, 'a batch could not be folded; it will be tried again');
    },
  });
  return { position: subscription.position, done: Promise.all([subscription.done, working]).then(() => {}) };
}

function showHeld({ sharesHeld }: Metrics, held: ReadonlySet<number>): void {
  sharesHeld.reset();
  for (const share of held) sharesHeld.set({ share }, 1);
}

import { unwatchFile, watchFile } from 'node:fs';
import { type EventStore, tellAppends } from '@newsledger/event-store';
import {
  allGoOn,
  type Config,
  createMetrics,
  type HttpClient,
  type Logger,
  type Look,
  loadSources,
  type Metrics,
  SourcesError,
  type WorkPoolOptions,
} from '@newsledger/platform';
import { createQueueLook, createWorker, type Queues, startDispatcher, startSweeper, traceAppends } from '@newsledger/queues';
import { loadNextPolls, readLastPoll } from '@newsledger/read-models';
import type pg from 'pg';
import { captureArticle } from './capturing/captureArticle.ts';
import { createPageReaders } from './capturing/pageReaders.ts';
import { eachAtOnce } from './eachAtOnce.ts';
import type { FetcherContext } from './fetcherContext.ts';
import { createPollLook } from './health/createPollLook.ts';
import { keepTidy } from './keepTidy.ts';
import { measureWhole } from './measureWhole.ts';
import { createHostGate } from './politeness/hostGate.ts';
import { createPostgresTurns } from './politeness/postgresTurns.ts';
import { createReservations, ignoreReservations } from './politeness/reservations.ts';
import { createRobots } from './politeness/robots.ts';
import { createPostgresSiteFiles } from './politeness/siteFileStores.ts';
import { createSiteFiles } from './politeness/siteFiles.ts';
import { pollSource } from './polling/pollSource.ts';
import { ingestedSource } from './sources/ingestedSource.ts';
import { createSourceReader, type FollowedSource } from './sources/readAllSources.ts';
import { requestPolls } from './sources/requestPolls.ts';
import { type SyncResult, syncSources } from './sources/syncSources.ts';
import { followHubs } from './websub/followHubs.ts';
import { endOtherSubscriptions } from './websub/subscriptions.ts';

/** How often sources.yaml is looked at, in milliseconds; by time of change, since mounted files give no notice. */
const WATCH_INTERVAL_MS = 2_000;

const SWEEP_INTERVAL_MS = 15_000;

/** Orchestrators kill what has not ended 10 s after they asked. */
const CLOSE_DEADLINE_MS = 8_000;

/** Each takes some round trips, and a first start may have thousands. */
const CONCURRENT_SCHEDULES = 8;

/** Both wait for the network most of their time. */
const CONCURRENCY = { poll: 8, capture: 16 };

export interface FetcherOptions {
  readonly config: Pick<Config, 'sources'> &
    Partial<Pick<Config, 'reservations' | 'publicUrl' | 'callbackHost' | 'callbackPort' | 'keepCaptures'>>;
  readonly pool: pg.Pool;
  /** Where notifications and locks are had; `pool` when left out. */
  readonly sessions?: pg.Pool;
  readonly store: EventStore;
  readonly queues: Queues;
  readonly http: HttpClient;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  /** Ends everything, as `close` does. */
  readonly signal: AbortSignal;
  /** Version of the extractor that articles are to be read by. */
  readonly extractorVersion: number;
  readonly concurrency?: Partial<typeof CONCURRENCY>;
  /** Pause between requests to one public host, in milliseconds. */
  readonly hostSpacingMs?: number;
  readonly sweepEveryMs?: number;
  /** Other limits, or another reader, for the processes that read pages. */
  readonly pageReaders?: Partial<WorkPoolOptions>;
}

export interface Fetcher {
  /** Reads sources.yaml again and follows what it says. */
  syncSources(): Promise<SyncResult>;
  /** Polls every source, or those named, as soon as a worker is free, due or not; `pendingWork` counts these polls until they are done. */
  pollNow(sourceIds?: readonly string[]): Promise<void>;
  /** Takes no more jobs, waits for those at work until the deadline, and stops. False when some had to be left behind. */
  close(deadlineMs?: number): Promise<boolean>;
  /** Whether polls go on and it takes the jobs that wait, for `watchWork`. */
  readonly look: () => Promise<Look>;
}

/**
 * Follows the sources of sources.yaml: polls them, captures what they list, and turns the log into work for all workers (dispatcher and
 * sweeper). Several fetchers share the work.
 * @throws {SourcesError} when sources.yaml can't be used.
 */
export async function startFetcher(options: FetcherOptions): Promise<Fetcher> {
  const { config, pool, sessions = pool, queues, http, logger, signal: outer, extractorVersion, metrics = createMetrics() } = options;
  const store = traceAppends(tellAppends(options.store, metrics.countAppend), pool);
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const gate = createHostGate({ isOwnNetwork: http.isOwnNetwork, turns: createPostgresTurns(pool), spacingMs: options.hostSpacingMs });
  const siteFiles = createSiteFiles({ http, gate, store: createPostgresSiteFiles(pool) });
  const context: FetcherContext = {
    pool,
    store,
    queues,
    http,
    gate,
    robots: createRobots(siteFiles),
    reservations: config.reservations === 'ignore' ? ignoreReservations : createReservations(siteFiles),
    publicUrl: config.publicUrl ?? null,
    pageReaders: createPageReaders(options.pageReaders),
    logger,
    metrics,
  };
  const concurrency = { ...CONCURRENCY, ...options.concurrency };

  const readSources = createSourceReader(store);
  const schedules = async () => schedulesOf([...(await readSources()).values()]);

  const sync = async () => {
    const result = await syncSources(store, await loadSources(config.sources), new Date(), await readSources());
    await schedule(context, result.sources);
    await endOtherSubscriptions(
      pool,
      result.sources.flatMap(({ settings, isRetired }) => (isRetired ? [] : [settings.sourceId])),
    );
    const { registered, changed, removed, sources } = result;
    if (registered.length + changed.length + removed.length > 0)
      logger.info({ registered, changed, removed, followed: sources.length }, 'sources.yaml read');
    return result;
  };
  await sync();

  const hubs = config.publicUrl ? await followHubs({ ...context, publicUrl: config.publicUrl }, config, signal) : null;
  const dispatcher = startDispatcher({ pool: sessions, store, queues, signal, extractorVersion });
  const sweeper = startSweeper({
    pool: sessions,
    queues,
    signal,
    everyMs: options.sweepEveryMs ?? SWEEP_INTERVAL_MS,
    pollSchedules: schedules,
  });
  const pollWorker = createWorker(
    queues,
    'poll',
    async ({ sourceId }, job) => {
      await pollSource(context, sourceId, job.signal, new Date(), job.isAskedFor);
    },
    { concurrency: concurrency.poll, onEnd: metrics.countJob },
  );
  const captureWorker = createWorker(
    queues,
    'capture',
    async (data, job) => {
      await captureArticle(context, data, job);
    },
    { concurrency: concurrency.capture, onEnd: metrics.countJob },
  );
  const onFileChange = () => {
    sync().catch((error: unknown) => {
      const problems = error instanceof SourcesError ? error.problems : undefined;
      logger.error({ err: error, problems }, 'sources.yaml changed and could not be used; the sources stay as they were');
    });
  };
  watchFile(config.sources, { interval: WATCH_INTERVAL_MS, persistent: false }, onFileChange);

  const tidied = keepTidy(context, config.keepCaptures ?? null, signal);
  measureWhole(context);

  let closed: Promise<boolean> | undefined;
  const close = async (deadlineMs: number) => {
    unwatchFile(config.sources, onFileChange);
    const finished = await Promise.all([pollWorker.close(deadlineMs), captureWorker.close(deadlineMs)]);
    await context.pageReaders.close();
    stop.abort(new Error('The fetcher is closed.'));
    await Promise.all([dispatcher.done, sweeper.done, hubs?.close(), tidied]);
    return finished.every(Boolean);
  };
  const closeOnce = (deadlineMs = CLOSE_DEADLINE_MS) => (closed ??= close(deadlineMs));
  const look = allGoOn(
    createPollLook({ lastPoll: () => readLastPoll(pool), nextPolls: () => loadNextPolls(pool), sources: schedules }),
    createQueueLook(['poll', 'capture'], queues.counts, () => pollWorker.ended() + captureWorker.ended()),
  );
  outer.addEventListener('abort', () => closeOnce().catch((error: unknown) => logger.error({ err: error }, 'the fetcher did not close')), {
    once: true,
  });
  return {
    syncSources: sync,
    pollNow: async (sourceIds) => {
      await requestPolls(context, sourceIds);
    },
    close: closeOnce,
    look,
  };
}

/** Followed sources with the intervals at which the scheduler looks at them; whether a poll is due then, poll state says. */
function schedulesOf(sources: readonly FollowedSource[]): { sourceId: string; everyMs: number }[] {
  return sources
    .filter(({ settings, isRetired }) => !isRetired && settings.sourceId !== ingestedSource.sourceId)
    .map(({ settings: { sourceId, everySeconds } }) => ({ sourceId, everyMs: everySeconds * 1000 }));
}

/** Makes the queue's schedules those of the sources that are followed. */
async function schedule({ queues }: FetcherContext, sources: readonly FollowedSource[]): Promise<void> {
  const wanted = schedulesOf(sources);
  const held = await queues.pollSchedules();
  const ids = new Set(wanted.map(({ sourceId }) => sourceId));
  for (const sourceId of held.keys()) if (!ids.has(sourceId)) await queues.removePollScheduler(sourceId);
  const changed = wanted.filter(({ sourceId, everyMs }) => held.get(sourceId) !== everyMs);
  await eachAtOnce(changed, CONCURRENT_SCHEDULES, ({ sourceId, everyMs }) => queues.upsertPollScheduler(sourceId, everyMs));
}

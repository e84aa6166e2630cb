import { believableDates } from '@newsledger/feeds';
import { createMetrics, FetchError, type HttpClient } from '@newsledger/platform';
import { createHostGate, HostBusyError } from '../politeness/hostGate.ts';
import { createMemoryTurns } from '../politeness/memoryTurns.ts';
import { createRobots, type Robots } from '../politeness/robots.ts';
import type { RobotsVerdict } from '../politeness/robotsRules.ts';
import { noSiteFileStore } from '../politeness/siteFileStores.ts';
import { createSiteFiles } from '../politeness/siteFiles.ts';
import { type Hub, hubOf } from '../websub/hubOf.ts';
import { boundedIntervalMs, type NextPoll, nextAfterSuccess } from './nextPoll.ts';
import { type KnownDocument, type ReadableSource, readSourceDocument, type SourceReading } from './readSourceDocument.ts';
import { rhythmOf } from './rhythm.ts';

const NOTHING_KNOWN: KnownDocument = { etag: null, lastModified: null, bodyHash: null };

/** What following a source would be like. */
export interface SourceTrial {
  readonly reading: SourceReading;
  /** When it would be polled next; null when it can't be read. */
  readonly next: NextPoll | null;
  readonly hub: Hub | null;
  /** What robots.txt says of the first article that it lists; null when it lists none, or the file can't be reached. */
  readonly pages: RobotsVerdict | null;
}

/** Reads a source as a poll would, and stores nothing: for people who want to see what it gives. */
export async function tryOutSource(
  http: HttpClient,
  settings: ReadableSource & { everySeconds: number },
  signal: AbortSignal = new AbortController().signal,
): Promise<SourceTrial> {
  const gate = createHostGate({ isOwnNetwork: http.isOwnNetwork, turns: createMemoryTurns() });
  const robots = createRobots(createSiteFiles({ http, gate, store: noSiteFileStore }));
  const now = new Date();
  const context = { http, gate, robots, metrics: createMetrics() };
  const reading = await readSourceDocument(context, settings, NOTHING_KNOWN, { signal, now });
  if (reading.outcome !== 'read') return { reading, next: null, hub: null, pages: null };
  const { gapSeconds, newestAt } = rhythmOf(
    believableDates(reading.entries, now).entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt),
    now,
  );
  const pace = { gapSeconds, quietSince: newestAt, ttlSeconds: reading.document.ttlSeconds, freshMs: reading.freshMs, isPushed: false };
  const isOwnNetwork = await http.isOwnNetwork(settings.url);
  const wishMs = boundedIntervalMs(settings, isOwnNetwork);
  return {
    reading,
    next: isOwnNetwork ? { intervalMs: wishMs, why: 'as set' } : nextAfterSuccess(wishMs, pace, now),
    hub: hubOf(reading),
    pages: await firstVerdict(robots, reading.entries, signal),
  };
}

async function firstVerdict(
  robots: Robots,
  entries: readonly { url: string | null }[],
  signal: AbortSignal,
): Promise<RobotsVerdict | null> {
  const first = entries.find(({ url }) => url !== null)?.url;
  if (first === null || first === undefined) return null;
  try {
    return await robots.check(first, signal);
  } catch (error) {
    if (error instanceof FetchError || error instanceof HostBusyError) return null;
    throw error;
  }
}

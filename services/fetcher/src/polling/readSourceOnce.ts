import { createMetrics, type HttpClient } from '@newsledger/platform';
import { createHostGate } from '../politeness/hostGate.ts';
import { createMemoryTurns } from '../politeness/memoryTurns.ts';
import { createRobots } from '../politeness/robots.ts';
import { noSiteFileStore } from '../politeness/siteFileStores.ts';
import { createSiteFiles } from '../politeness/siteFiles.ts';
import { type KnownDocument, readSourceDocument, type SourceReading } from './readSourceDocument.ts';

const NOTHING_KNOWN: KnownDocument = { etag: null, lastModified: null, bodyHash: null };

/** Reads a source as a poll would, and stores nothing: for people who want to see what it gives. */
export function readSourceOnce(
  http: HttpClient,
  settings: Parameters<typeof readSourceDocument>[1],
  signal: AbortSignal = new AbortController().signal,
): Promise<SourceReading> {
  const gate = createHostGate({ isOwnNetwork: http.isOwnNetwork, turns: createMemoryTurns() });
  const robots = createRobots(createSiteFiles({ http, gate, store: noSiteFileStore }));
  return readSourceDocument({ http, gate, robots, metrics: createMetrics() }, settings, NOTHING_KNOWN, signal);
}

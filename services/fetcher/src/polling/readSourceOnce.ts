import { createMetrics, type HttpClient } from '@newsledger/platform';
import { createHostGate } from '../politeness/hostGate.ts';
import { createRobots } from '../politeness/robots.ts';
import { type KnownDocument, readSourceDocument, type SourceReading } from './readSourceDocument.ts';

const NOTHING_KNOWN: KnownDocument = { etag: null, lastModified: null, bodyHash: null };

/** Reads a source as a poll would, and stores nothing: for people who want to see what it gives. */
export function readSourceOnce(
  http: HttpClient,
  settings: Parameters<typeof readSourceDocument>[1],
  signal: AbortSignal = new AbortController().signal,
): Promise<SourceReading> {
  const context = { http, gate: createHostGate({ isOwnNetwork: http.isOwnNetwork }), robots: createRobots(http), metrics: createMetrics() };
  return readSourceDocument(context, settings, NOTHING_KNOWN, signal);
}

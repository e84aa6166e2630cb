import { inTransaction } from '@newsledger/event-store';
import { type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { loadPollState, type PollState, savePollState } from '@newsledger/read-models';
import type { FetcherContext } from '../fetcherContext.ts';
import { ingestedSource } from '../sources/ingestedSource.ts';
import { readSource } from '../sources/readSource.ts';
import { discoveredEvent, type ListedEntry } from './discoveredEvent.ts';
import { boundedIntervalMs, intervalAfterFailureMs, intervalAfterSuccessMs } from './nextPoll.ts';
import { readSourceDocument, type SourceReading } from './readSourceDocument.ts';

/** A passing fault becomes the source's state of health after so many polls; a lasting one at once. */
const FAILURES_UNTIL_DEGRADED = 3;

/** The scheduler's clock and ours differ; what is due within this much of an interval is due. */
const SLACK = 0.1;

export type PollOutcome = 'removed' | 'not_due' | 'unchanged' | 'read' | 'failed';

/**
 * Polls one source when it is due: appends ArticleDiscovered for what it lists, says when its health changed, and saves when to come again.
 * Polling twice, or dying in between, discovers nothing twice.
 */
export async function pollSource(context: FetcherContext, sourceId: string, signal: AbortSignal, now = new Date()): Promise<PollOutcome> {
  const { settings } = await readSource(context.store, sourceId);
  if (settings === null || sourceId === ingestedSource.sourceId) {
    await context.queues.removePollScheduler(sourceId);
    return 'removed';
  }
  const before = await loadPollState(context.pool, sourceId);
  const slackMs = settings.everySeconds * 1000 * SLACK;
  if (before.nextPollAt !== null && before.nextPollAt.getTime() - now.getTime() > slackMs) return 'not_due';
  const isOwnNetwork = await context.http.isOwnNetwork(settings.url);
  const wishMs = boundedIntervalMs(settings, isOwnNetwork);
  const reading = await readSourceDocument(context, settings, before, signal);
  if (reading.outcome === 'read') await appendDiscovered(context, settings, reading, now);
  const intervalMs = nextIntervalMs(reading, before, wishMs, isOwnNetwork);
  const after = stateAfter(before, reading, now, intervalMs);
  await inTransaction(context.pool, async (client) => {
    const event = healthEvent(before, after, reading, now);
    if (event !== null) await context.store.append(streamOf.source(sourceId), 'any', [event], {}, client);
    await savePollState(client, after);
  });
  context.metrics.polls.inc({ outcome: reading.outcome });
  report(context, settings, reading, after);
  return reading.outcome;
}

type Read = Extract<SourceReading, { outcome: 'read' }>;

async function appendDiscovered(
  { store, metrics, logger }: FetcherContext,
  settings: SourceSettings,
  reading: Read,
  now: Date,
): Promise<void> {
  let skipped = 0;
  for (const entry of reading.entries) {
    const event = discoveredEvent(settings.sourceId, settings.kind === 'page' ? changedAt(entry, now) : entry);
    if (event === null) {
      skipped += 1;
      continue;
    }
    const { outcome } = await store.append(streamOf.article(event.data.articleId), 'any', [event], { correlationId: event.id });
    if (outcome === 'appended') metrics.discovered.inc();
  }
  if (skipped > 0) logger.warn({ sourceId: settings.sourceId, skipped }, 'entries without an address that can be fetched');
}

/** A watched page seldom says when it changed, and the event must differ from the last one for it to be captured again. */
function changedAt(entry: ListedEntry, now: Date): ListedEntry {
  return { ...entry, updatedAt: entry.updatedAt ?? now.toISOString() };
}

function nextIntervalMs(reading: SourceReading, before: PollState, wishMs: number, isOwnNetwork: boolean): number {
  if (reading.outcome === 'failed')
    return intervalAfterFailureMs({ wishMs, failures: before.failures + 1, retryAfterMs: reading.retryAfterMs });
  // Whoever watches a site of their own gets what they asked for.
  if (isOwnNetwork) return wishMs;
  if (reading.outcome === 'read')
    return intervalAfterSuccessMs({
      wishMs,
      publishedAt: reading.entries.map((entry) => entry.publishedAt),
      ttlSeconds: reading.ttlSeconds,
    });
  const lastMs =
    before.nextPollAt !== null && before.lastPolledAt !== null ? before.nextPollAt.getTime() - before.lastPolledAt.getTime() : wishMs;
  return before.failures > 0 ? wishMs : Math.max(wishMs, lastMs);
}

function stateAfter(before: PollState, reading: SourceReading, now: Date, intervalMs: number): PollState {
  const state = { ...before, lastPolledAt: now, nextPollAt: new Date(now.getTime() + intervalMs), lastStatus: reading.status };
  if (reading.outcome === 'failed') {
    const failures = before.failures + 1;
    const isDegraded = !reading.retryable || failures >= FAILURES_UNTIL_DEGRADED;
    return { ...state, failures, lastError: reading.message, degradedSince: before.degradedSince ?? (isDegraded ? now : null) };
  }
  const healthy = { ...state, failures: 0, degradedSince: null };
  if (reading.outcome === 'unchanged') return { ...healthy, lastError: null };
  return {
    ...healthy,
    lastError: reading.problems.length > 0 ? reading.problems.join(' ').slice(0, 1_000) : null,
    etag: reading.etag,
    lastModified: reading.lastModified,
    bodyHash: reading.bodyHash,
  };
}

function healthEvent(before: PollState, after: PollState, reading: SourceReading, now: Date): NewEvent | null {
  const { sourceId } = after;
  if (before.degradedSince !== null && after.degradedSince === null)
    return newEvent('SourceRecovered', { sourceId, recoveredAt: now.toISOString() });
  if (before.degradedSince === null && after.degradedSince !== null && reading.outcome === 'failed')
    return newEvent('SourceDegraded', {
      sourceId,
      since: now.toISOString(),
      reason: reading.message.slice(0, 600),
      httpStatus: reading.status,
    });
  return null;
}

function report({ logger }: FetcherContext, { sourceId }: SourceSettings, reading: SourceReading, after: PollState): void {
  const fields = { sourceId, status: reading.status, nextPollAt: after.nextPollAt };
  if (reading.outcome === 'failed') logger.warn({ ...fields, failures: after.failures, reason: reading.message }, 'poll failed');
  else if (reading.outcome === 'read')
    logger.info({ ...fields, entries: reading.entries.length, problems: reading.problems }, 'source read');
  else logger.debug(fields, 'source unchanged');
}

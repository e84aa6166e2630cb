import { inTransaction } from '@newsledger/event-store';
import { deterministicId, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { loadPollState, newPollState, type PollState, savePollState } from '@newsledger/read-models';
import type pg from 'pg';
import type { FetcherContext } from '../fetcherContext.ts';
import { ingestedSource } from '../sources/ingestedSource.ts';
import { readSource } from '../sources/readSource.ts';
import { followHub } from '../websub/followHub.ts';
import { boundedIntervalMs } from './nextPoll.ts';
import { readSourceDocument, type SourceReading } from './readSourceDocument.ts';
import { recordEntries } from './recordEntries.ts';
import { movedSettings, sourceNews } from './sourceNews.ts';
import { stateAfterPoll } from './stateAfterPoll.ts';
import { withBelievableDates } from './withBelievableDates.ts';

/** The scheduler's clock and ours differ; what is due within this much of an interval is due. */
const SLACK = 0.1;

export type PollOutcome = 'removed' | 'retired' | 'not_due' | 'unchanged' | 'read' | 'failed';

/**
 * Polls one source when it is due, or asked for: appends ArticleDiscovered for what it lists, says when its health or address changed, and saves when to
 * come again. Polling twice, or dying in between, discovers nothing twice.
 */
export async function pollSource(
  context: FetcherContext,
  sourceId: string,
  signal: AbortSignal,
  now = new Date(),
  isAskedFor = false,
): Promise<PollOutcome> {
  const { settings, isRetired, version } = await readSource(context.store, sourceId);
  if (settings === null || isRetired || sourceId === ingestedSource.sourceId) {
    await context.queues.removePollScheduler(sourceId);
    return isRetired ? 'retired' : 'removed';
  }
  const before = forAddress(await loadPollState(context.pool, sourceId), settings.url);
  const slackMs = settings.everySeconds * 1000 * SLACK;
  if (!isAskedFor && before.nextPollAt !== null && before.nextPollAt.getTime() - now.getTime() > slackMs) return 'not_due';
  const stop = context.metrics.pollSeconds.startTimer();
  const isOwnNetwork = await context.http.isOwnNetwork(settings.url);
  const reading = withBelievableDates(await readSourceDocument(context, settings, before, { signal, now }), now);
  const news = reading.outcome === 'read' ? await recordEntries(context, settings, reading.entries, now) : 0;
  const isPushed = await followHub(context, settings, reading, news);
  const wishMs = boundedIntervalMs(settings, isOwnNetwork);
  const after = stateAfterPoll({ before, reading, now, wishMs, isOwnNetwork, isPushed });
  await inTransaction(context.pool, async (client) => {
    const events = sourceNews(settings, before, after, reading, now);
    if (events.length > 0) await context.store.append(streamOf.source(sourceId), 'any', events, {}, client);
    const isMoved = await recordMove(context, client, settings, after, version + events.length);
    const isGone = events.some(({ type }) => type === 'SourceRetired');
    await savePollState(client, {
      ...after,
      ...(isMoved && { url: after.movingTo, movingTo: null, movingTimes: 0 }),
      ...(isGone && { nextPollAt: null, nextPollWhy: null }),
    });
  });
  stop();
  context.metrics.polls.inc({ outcome: reading.outcome });
  if (reading.outcome === 'failed') context.metrics.pollFailures.inc({ kind: failureKind(reading) });
  report(context, settings, reading, after);
  return reading.outcome;
}

function failureKind({ isBusy, status }: Extract<SourceReading, { outcome: 'failed' }>): string {
  if (isBusy) return 'busy';
  if (status === null) return 'unreachable';
  if (status >= 500) return 'broken';
  return status >= 400 ? 'refused' : 'unreadable';
}

/** What is known of another address is no reason to wait, and its validators mean nothing to this one. */
function forAddress(state: PollState, url: string): PollState {
  if (state.url === url) return state;
  return { ...newPollState(state.sourceId), url, failures: state.failures, degradedSince: state.degradedSince };
}

/** False when the source has not moved, or somebody changed its settings meanwhile: the next poll looks again. */
async function recordMove(
  { store, logger }: FetcherContext,
  client: pg.PoolClient,
  settings: SourceSettings,
  state: PollState,
  version: number,
): Promise<boolean> {
  const moved = movedSettings(settings, state);
  if (moved === null) return false;
  const event = newEvent('SourceChanged', moved);
  // It may have moved there before; all processes agree on the id.
  const events = [{ ...event, id: deterministicId(event.id, String(version)) }];
  const { outcome } = await store.append(streamOf.source(settings.sourceId), version, events, {}, client);
  if (outcome === 'appended') logger.info({ sourceId: settings.sourceId, from: settings.url, to: moved.url }, 'source moved');
  return outcome === 'appended';
}

function report({ logger }: FetcherContext, { sourceId }: SourceSettings, reading: SourceReading, after: PollState): void {
  const fields = { sourceId, status: reading.status, nextPollAt: after.nextPollAt, nextPollWhy: after.nextPollWhy };
  if (reading.outcome === 'failed') logger.warn({ ...fields, failures: after.failures, reason: reading.message }, 'poll failed');
  else if (reading.outcome === 'read')
    logger.info({ ...fields, entries: reading.entries.length, problems: reading.document.problems }, 'source read');
  else logger.debug(fields, 'source unchanged');
}

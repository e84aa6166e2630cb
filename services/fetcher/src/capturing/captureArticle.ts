import { createHash } from 'node:crypto';
import { type Capture, inTransaction, saveCapture } from '@newsledger/event-store';
import { type EventData, InvalidEventError, streamOf } from '@newsledger/events';
import { completeWork, deferWork, type JobContext, type JobData, PermanentError, RetryableError } from '@newsledger/queues';
import { addSourceProblems } from '@newsledger/read-models';
import type { FetcherContext } from '../fetcherContext.ts';
import { HostBusyError } from '../politeness/hostGate.ts';
import { type ArticleState, articleState } from './articleState.ts';
import { type Answer, type CaptureDecision, type CaptureOutcome, decideCapture } from './decideCapture.ts';
import { fetchPage } from './fetchPage.ts';
import { forwardToArticle, joinAlias } from './joinAlias.ts';
import { pageDateBounds } from './pageDates.ts';
import { readApart } from './readApart.ts';

/** Somebody appends to the article while we do; after so many times the queue tries again later. */
const MAX_APPENDS = 5;

/** A page that could not be reached for so long after it was listed is not asked for again. */
const GIVE_UP_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * Captures the page behind one discovered entry and completes the work, in one transaction: ArticleCaptured, ArticleRevised when its
 * text changed, ArticleUnavailable, ArticleWithdrawn, or nothing; the text of an alias goes to the article that it is an alias of. When all attempts met a fault that may pass, the feed entry is given
 * free to be read, and the work stays.
 * @throws {RetryableError} when the page may be had later.
 */
export async function captureArticle(
  context: FetcherContext,
  { articleId, discoveredEventId }: JobData<'capture'>,
  { jobId, attempt, signal }: JobContext,
): Promise<CaptureOutcome | 'skipped' | 'deferred'> {
  const { queues, metrics, logger } = context;
  const stop = metrics.captureSeconds.startTimer();
  const state = await readState(context, articleId, discoveredEventId);
  if (state.isErased) {
    await completeWork(context.pool, jobId);
    return 'skipped';
  }
  if (state.discovered === null)
    throw new PermanentError(`The log holds no discovery ${discoveredEventId} of article ${articleId}; the job belongs to another log.`);
  const target = { jobId, discoveredEventId };
  if (state.sameAs !== null) {
    await forwardToArticle(context, state.discovered.data, state.sameAs, target);
    return 'alias';
  }
  if (state.isWithdrawn || state.isDone || state.isListedAgain) {
    await completeWork(context.pool, jobId);
    return 'skipped';
  }
  const entry = state.discovered.data;
  const isLastAttempt = attempt >= queues.tuning.attempts.capture;
  const answer = await answerOf(context, entry, state, { attempt, isLastAttempt, signal }).catch(unlessBusy);
  if (answer instanceof HostBusyError) {
    // Many pages of one host are found at once: this one's turn comes later, and that is no failure of it.
    await deferWork(context.pool, jobId, answer.retryAfterMs);
    metrics.captures.inc({ outcome: 'deferred' });
    return 'deferred';
  }
  if (answer.outcome === 'read' && answer.problems.length > 0) await addSourceProblems(context.pool, entry.sourceId, answer.problems);
  if (answer.outcome === 'read' && (await joinAlias(context, answer, entry, state, target))) {
    stop();
    metrics.captures.inc({ outcome: 'alias' });
    logger.info({ articleId, jobId, url: entry.url, canonicalUrl: answer.facts.canonicalUrl }, 'alias of another article');
    return 'alias';
  }
  const isProvisional = mayPass(answer) && Date.now() - state.discovered.recordedAt.getTime() < GIVE_UP_AFTER_MS;
  const { outcome, event } = await commit(context, answer, entry, state, { ...target, isProvisional });
  stop();
  metrics.captures.inc({ outcome });
  logger.info(
    { articleId, jobId, sourceId: entry.sourceId, url: entry.url, outcome, detail: detailOf(answer), eventId: event?.id },
    'capture done',
  );
  if (isProvisional) throw new RetryableError(`${entry.url} can't be had yet: ${detailOf(answer)}`);
  return outcome;
}

async function readState({ store }: FetcherContext, articleId: string, discoveredEventId: string): Promise<ArticleState> {
  return articleState(await store.readStream(streamOf.article(articleId)), discoveredEventId);
}

async function answerOf(
  context: FetcherContext,
  entry: EventData<'ArticleDiscovered'>,
  { lastRevision }: ArticleState,
  { attempt, isLastAttempt, signal }: { attempt: number; isLastAttempt: boolean; signal: AbortSignal },
): Promise<Answer> {
  const answer = await fetchPage(context, { url: entry.url, lastRevision, isLastAttempt, signal });
  const bounds = pageDateBounds(entry.sourceId, new Date());
  return answer.outcome === 'page' ? await readApart(context, { page: answer.page, entry, bounds }, { attempt, signal }) : answer;
}

function unlessBusy(error: unknown): HostBusyError {
  if (error instanceof HostBusyError) return error;
  throw error;
}

function mayPass(answer: Answer): boolean {
  return answer.outcome === 'unavailable' && 'mayPass' in answer && answer.mayPass;
}

/** Appends what the answer means for the article as it stands by then; extractions may have been appended meanwhile. */
async function commit(
  context: FetcherContext,
  answer: Answer,
  entry: EventData<'ArticleDiscovered'>,
  fetchedWith: ArticleState,
  job: { jobId: string; discoveredEventId: string; isProvisional: boolean },
): Promise<CaptureDecision> {
  let state = fetchedWith;
  for (let tries = 0; tries < MAX_APPENDS; tries++) {
    const decision = decide(answer, state, entry);
    if (await append(context, decision, { ...job, articleId: entry.articleId, expectedVersion: state.version })) return decision;
    state = await readState(context, entry.articleId, job.discoveredEventId);
    if (state.isWithdrawn) return { outcome: 'unchanged', event: null, capture: null };
  }
  throw new RetryableError(`Article ${entry.articleId} changed ${MAX_APPENDS} times while its capture was appended.`);
}

/** @throws {PermanentError} when the page says what the catalogue can't take. */
function decide(answer: Answer, state: ArticleState, entry: EventData<'ArticleDiscovered'>): CaptureDecision {
  try {
    return decideCapture(answer, state, entry, sha256);
  } catch (cause) {
    if (!(cause instanceof InvalidEventError)) throw cause;
    throw new PermanentError(`The page ${entry.url} can't be recorded: ${cause.message}`, { cause });
  }
}

/** Somebody else appended to the article first. */
class Conflict extends Error {}

/** False after a conflict; nothing is written then. */
async function append(
  { pool, store }: FetcherContext,
  { event, capture }: CaptureDecision,
  target: { articleId: string; expectedVersion: number; jobId: string; discoveredEventId: string; isProvisional: boolean },
): Promise<boolean> {
  const { articleId, expectedVersion, jobId, discoveredEventId, isProvisional } = target;
  // By its causation the dispatcher knows which capture is done.
  const causes = { correlationId: discoveredEventId, ...(!isProvisional && { causationId: discoveredEventId }) };
  try {
    await inTransaction(pool, async (client) => {
      if (capture !== null) await saveCapture(client, capture);
      if (event !== null) {
        const { outcome } = await store.append(streamOf.article(articleId), expectedVersion, [event], causes, client);
        if (outcome === 'conflict') throw new Conflict();
      }
      if (!isProvisional) await completeWork(client, jobId);
    });
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

function sha256({ body }: Capture): string {
  return createHash('sha256').update(body).digest('hex');
}

function detailOf(answer: Answer): string | undefined {
  return answer.outcome === 'unavailable' ? answer.detail : undefined;
}

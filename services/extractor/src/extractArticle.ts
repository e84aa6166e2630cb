import { extractClaims, extractor } from '@newsledger/claims';
import type { EventStore } from '@newsledger/event-store';
import { inTransaction } from '@newsledger/event-store';
import { type NewEvent, streamOf } from '@newsledger/events';
import type { Logger, Metrics } from '@newsledger/platform';
import { completeWork, type JobContext, type JobData, PermanentError, RetryableError } from '@newsledger/queues';
import type pg from 'pg';
import { claimEvents } from './claimEvents.ts';
import { extractionTarget } from './extractionTarget.ts';
import { type ArticleText, readRevision } from './readRevision.ts';

export interface ExtractorContext {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Name of a source, for claims that name their publisher; null when it is unknown. */
  readonly publisherOf: (sourceId: string) => Promise<string | null>;
}

/** Somebody appends to the article while we read it; after so many times the queue tries again later. */
const MAX_ATTEMPTS = 5;

export type ExtractOutcome = 'extracted' | 'superseded';

/**
 * Extracts the claims of one revision and completes the work, in one transaction. When the article changed meanwhile, all is done again.
 * @throws {PermanentError} when this text can never be extracted by this release; the outbox shows why.
 */
export async function extractArticle(
  context: ExtractorContext,
  job: JobData<'extract'>,
  { jobId, signal }: JobContext,
): Promise<ExtractOutcome> {
  const { pool, store, metrics, logger } = context;
  const { articleId, revision, extractorVersion } = job;
  if (extractorVersion > extractor.version)
    throw new RetryableError(
      `${jobId} is for extractor version ${extractorVersion}, and this process has ${extractor.version}; restart it with the new release.`,
    );
  if (extractorVersion < extractor.version) return skip(context, jobId);
  const stop = metrics.extractionSeconds.startTimer();
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    signal.throwIfAborted();
    const target = extractionTarget(await store.readStream(streamOf.article(articleId)), revision, extractorVersion);
    if (target.outcome === 'superseded') return skip(context, jobId);
    if (target.outcome === 'missing')
      throw new PermanentError(`The log holds no revision ${revision} of article ${articleId}; the job belongs to another log.`);
    const article = await readRevision(pool, target.text);
    const events = readClaims(context, job, article, {
      publishedAt: target.publishedAt,
      publisher: await context.publisherOf(target.sourceId),
    });
    if (!(await commit(context, { articleId, jobId, expectedVersion: target.version, causationId: target.causeId }, events))) continue;
    stop();
    report(context, job, jobId, events);
    return 'extracted';
  }
  logger.warn({ articleId, jobId }, 'the article changed each time while it was extracted');
  throw new RetryableError(`Article ${articleId} changed ${MAX_ATTEMPTS} times while it was extracted.`);
}

async function skip({ pool, metrics }: ExtractorContext, jobId: string): Promise<ExtractOutcome> {
  await completeWork(pool, jobId);
  metrics.extractions.inc({ outcome: 'superseded' });
  return 'superseded';
}

/** @throws {PermanentError} when the extractor fails on this text, which it will again. */
function readClaims(
  { metrics, logger }: ExtractorContext,
  { articleId, revision }: JobData<'extract'>,
  article: ArticleText,
  about: { publishedAt: string; publisher: string | null },
): NewEvent[] {
  try {
    const { events, refused } = claimEvents(articleId, revision, extractClaims({ ...article, ...about }));
    if (refused.length > 0) logger.warn({ articleId, revision, refused }, 'claims that the catalogue refuses were left out');
    return events;
  } catch (cause) {
    metrics.extractions.inc({ outcome: 'failed' });
    logger.error({ err: cause, articleId, revision }, 'claims could not be extracted');
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new PermanentError(`Extractor version ${extractor.version} failed on article ${articleId}, revision ${revision}: ${detail}`, {
      cause,
    });
  }
}

/** Somebody else appended to the article first. */
class Conflict extends Error {}

/** False after a conflict; nothing is written then. */
async function commit(
  { pool, store }: ExtractorContext,
  target: { articleId: string; jobId: string; expectedVersion: number; causationId: string },
  events: readonly NewEvent[],
): Promise<boolean> {
  const { articleId, jobId, expectedVersion, causationId } = target;
  try {
    await inTransaction(pool, async (client) => {
      const { outcome } = await store.append(
        streamOf.article(articleId),
        expectedVersion,
        events,
        { correlationId: causationId, causationId },
        client,
      );
      if (outcome === 'conflict') throw new Conflict();
      await completeWork(client, jobId);
    });
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

function report(
  { metrics, logger }: ExtractorContext,
  { articleId, revision }: JobData<'extract'>,
  jobId: string,
  events: readonly NewEvent[],
): void {
  const figures = events.filter(({ type }) => type === 'FigureReported').length;
  const deals = events.filter(({ type }) => type === 'DealReported').length;
  metrics.extractions.inc({ outcome: 'extracted' });
  metrics.claims.inc({ kind: 'figure' }, figures);
  metrics.claims.inc({ kind: 'deal' }, deals);
  logger.info({ articleId, revision, jobId, figures, deals }, 'article extracted');
}

import { createEntityList, type EntityEntry, extractor } from '@newsledger/claims';
import type { EventStore } from '@newsledger/event-store';
import { inTransaction } from '@newsledger/event-store';
import { type EventType, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { inSpan, type Logger, type Metrics, WorkFailed, type WorkPool, WorkStopped } from '@newsledger/platform';
import { completeWork, type JobContext, type JobData, PermanentError, RetryableError } from '@newsledger/queues';
import { isPlaced } from '@newsledger/read-models';
import type pg from 'pg';
import { digestOf } from './entities/readEntities.ts';
import { extractionTarget } from './extractionTarget.ts';
import type { ClaimExtractor } from './model/claimExtractor.ts';
import { withModelClaims } from './model/withModelClaims.ts';
import type { Reading, ReadingOrder } from './readClaims.ts';
import { readRevision } from './readRevision.ts';

export interface ExtractorContext {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Certainty from which claims take part in the tables. */
  readonly placedFrom: number;
  /** Where texts are read, so that no text can hold up the others. */
  readonly readers: WorkPool<ReadingOrder, Reading>;
  /** Names that texts are searched for besides the built-in list, as the log says them. */
  readonly entities: readonly EntityEntry[];
  /** Reads after the rules, if one is configured. */
  readonly model: ClaimExtractor | null;
  /** Says in the log what the built-in list knows of whom claims name. */
  readonly describeListed: (events: readonly NewEvent[]) => Promise<void>;
  /** Name of a source, for claims that name their publisher; null when it is unknown. */
  readonly publisherOf: (sourceId: string) => Promise<string | null>;
}

/** Somebody appends to the article while we read it; after so many times the queue tries again later. */
const MAX_ATTEMPTS = 5;

export type ExtractOutcome = 'extracted' | 'abandoned' | 'superseded';

/**
 * Extracts the claims of one revision and completes the work, in one transaction. When the article changed meanwhile, all is done again.
 * A text that takes too long or too much memory twice is given up, which is an event too.
 * @throws {PermanentError} when this text can never be extracted by this release; the outbox shows why.
 */
export async function extractArticle(
  context: ExtractorContext,
  job: JobData<'extract'>,
  { jobId, attempt: jobAttempt, signal }: JobContext,
): Promise<ExtractOutcome> {
  const { pool, store, metrics, logger } = context;
  const { articleId, revision, extractorVersion } = job;
  if (extractorVersion > extractor.version)
    throw new RetryableError(
      `${jobId} is for extractor version ${extractorVersion}, and this process has ${extractor.version}; restart it with the new release.`,
    );
  if (extractorVersion < extractor.version) return skip(context, jobId);
  const entities = digestOf(context.entities);
  const identity = { ...extractor, ...(entities !== undefined && { entities }) };
  const stop = metrics.extractionSeconds.startTimer();
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    signal.throwIfAborted();
    const target = extractionTarget(await store.readStream(streamOf.article(articleId)), revision, identity);
    if (target.outcome === 'superseded') return skip(context, jobId);
    if (target.outcome === 'missing')
      throw new PermanentError(`The log holds no revision ${revision} of article ${articleId}; the job belongs to another log.`);
    const text = await readRevision(pool, target.text);
    const publisher = await context.publisherOf(target.sourceId);
    const order = {
      articleId,
      revision,
      publishedAt: target.publishedAt,
      publisher,
      entities: context.entities,
      identity,
      wantsText: context.model !== null,
    };
    const events = text === null ? [withoutText(order)] : await readApart(context, { ...order, text }, { attempt: jobAttempt, signal });
    if (!(await commit(context, { articleId, jobId, expectedVersion: target.version, causationId: target.causeId }, events))) continue;
    stop();
    await context.describeListed(events);
    return report(context, job, jobId, events);
  }
  logger.warn({ articleId, jobId }, 'the article changed each time while it was extracted');
  throw new RetryableError(`Article ${articleId} changed ${MAX_ATTEMPTS} times while it was extracted.`);
}

async function skip({ pool, metrics }: ExtractorContext, jobId: string): Promise<ExtractOutcome> {
  await completeWork(pool, jobId);
  metrics.extractions.inc({ outcome: 'superseded' });
  return 'superseded';
}

/**
 * The events of one reading: claims and their list, or that it was stopped. A first stop may be the machine's fault (it slept, or it had
 * too much to do), so the text gets a second chance.
 * @throws {RetryableError} for the first stop.
 * @throws {PermanentError} when the extractor fails on this text, which it will again.
 */
async function readApart(
  context: ExtractorContext,
  order: ReadingOrder,
  { attempt, signal }: Pick<JobContext, 'attempt' | 'signal'>,
): Promise<NewEvent[]> {
  const { readers, metrics, logger } = context;
  const { articleId, revision } = order;
  try {
    const { events, refused, text } = await inSpan('read text', {}, () => readers.run(order, { signal }));
    if (refused.length > 0) logger.warn({ articleId, revision, refused }, 'claims that the catalogue refuses were left out');
    if (text === null) return events;
    return await readByModel(context, order, { events, text }, signal);
  } catch (cause) {
    if (cause instanceof WorkStopped) {
      metrics.extractionFailures.inc({ kind: cause.reason });
      logger.error({ err: cause, articleId, revision, attempt }, 'the extraction was stopped');
      if (attempt === 1) throw new RetryableError(`Reading article ${articleId}, revision ${revision}: ${cause.message}`, { cause });
      return [abandoned(order, cause)];
    }
    if (!(cause instanceof WorkFailed)) throw cause;
    metrics.extractions.inc({ outcome: 'failed' });
    metrics.extractionFailures.inc({ kind: 'failed' });
    logger.error({ err: cause, articleId, revision }, 'claims could not be extracted');
    throw new PermanentError(
      `Extractor version ${extractor.version} failed on article ${articleId}, revision ${revision}: ${cause.message}`,
      { cause },
    );
  }
}

/** The same events with those claims of the model that the rules left out. */
async function readByModel(
  { model }: ExtractorContext,
  order: ReadingOrder,
  { events, text }: { readonly events: NewEvent[]; readonly text: NonNullable<Reading['text']> },
  signal: AbortSignal,
): Promise<NewEvent[]> {
  if (model === null) return events;
  const { articleId, revision, publishedAt, publisher, entities } = order;
  const article = { ...text, publishedAt, publisher, entities: createEntityList(entities) };
  const found = await model.extract(article, { articleId, revision }, signal);
  return withModelClaims(order, events, found, model.identity);
}

function abandoned({ articleId, revision, identity }: ReadingOrder, cause: WorkStopped): NewEvent {
  return newEvent('ExtractionAbandoned', {
    articleId,
    revision,
    extractor: identity,
    reason: cause.reason,
    detail: cause.message.slice(0, 600),
  });
}

/** The claims that were read while the text was here stay. */
function withoutText({ articleId, revision, identity }: Omit<ReadingOrder, 'text'>): NewEvent {
  const detail = 'The text was erased.';
  return newEvent('ExtractionAbandoned', { articleId, revision, extractor: identity, reason: 'text_erased', detail });
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
  { metrics, placedFrom, logger }: ExtractorContext,
  { articleId, revision }: JobData<'extract'>,
  jobId: string,
  events: readonly NewEvent[],
): ExtractOutcome {
  const outcome = events.some(({ type }) => type === 'ExtractionAbandoned') ? 'abandoned' : 'extracted';
  const [figures, deals] = [claimsOf('FigureReported', events), claimsOf('DealReported', events)];
  metrics.extractions.inc({ outcome });
  for (const [kind, claims] of [['figure', figures] as const, ['deal', deals] as const]) {
    metrics.articleClaims.observe({ kind }, claims.length);
    for (const certainty of claims) metrics.claims.inc({ kind, placed: isPlaced(certainty, placedFrom) ? 'yes' : 'no' });
  }
  logger.info({ articleId, revision, jobId, figures: figures.length, deals: deals.length }, `article ${outcome}`);
  return outcome;
}

/** The certainty of each claim of one kind; null where none was estimated. */
function claimsOf(kind: 'FigureReported' | 'DealReported', events: readonly NewEvent[]): (number | null)[] {
  return events.flatMap((event) => (isOfType(event, kind) ? [event.data.certainty ?? null] : []));
}

function isOfType<Type extends EventType>(event: NewEvent, type: Type): event is NewEvent<Type> {
  return event.type === type;
}

import { type ErasureOrder, type EventStore, eraseCapture, eraseStream, findErased, inTransaction } from '@newsledger/event-store';
import { type AnyRecordedEvent, newEvent, streamOf } from '@newsledger/events';
import { jobIds, type QueueName, type Queues } from '@newsledger/queues';
import { forgetDeliveriesOf } from '@newsledger/read-models';
import type pg from 'pg';

export interface ErasedArticle {
  readonly articleId: string;
  /** Events that lost what they said. */
  readonly events: number;
  readonly captures: number;
}

interface LedgerParts {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly queues: Pick<Queues, 'remove'>;
}

/**
 * Erases an article and the other addresses of it, all but a tombstone: what its events said, its captures, its work. The tables still hold it
 * until they are rebuilt, which is the caller's to do. Doing it again changes nothing.
 * @returns one row per address; empty when the log knows no such article.
 */
export async function eraseArticle(ledger: LedgerParts, articleId: string, order: ErasureOrder): Promise<ErasedArticle[]> {
  const erased: ErasedArticle[] = [];
  for (const id of [articleId, ...(await aliasesOf(ledger.pool, articleId))]) {
    const events = await ledger.store.readStream(streamOf.article(id));
    if (events.length === 0) continue;
    erased.push(await eraseOne(ledger, id, events, order));
    await removeJobs(ledger.queues, id, events);
  }
  return erased;
}

/** Every event is looked at: the log has no index by what events say, and the rebuild that follows reads all of it anyway. */
async function aliasesOf(pool: pg.Pool, articleId: string): Promise<string[]> {
  const { rows } = await pool.query<{ alias: string }>(
    `SELECT DISTINCT data ->> 'articleId' AS alias
       FROM ledger.events
      WHERE type = 'ArticleWithdrawn'
        AND data -> 'sameAs' ->> 'articleId' = $1`,
    [articleId],
  );
  return rows.map(({ alias }) => alias);
}

function eraseOne(
  { pool, store }: LedgerParts,
  articleId: string,
  events: readonly AnyRecordedEvent[],
  order: ErasureOrder,
): Promise<ErasedArticle> {
  const stream = streamOf.article(articleId);
  return inTransaction(pool, async (client) => {
    const isFirst = !(await findErased(client, [stream])).has(stream);
    const erased = await eraseStream(client, stream, order);
    const sourceId = sourceOf(events);
    if (isFirst && sourceId !== null) {
      const tombstone = newEvent('ArticleWithdrawn', { articleId, reason: 'erased', erased: { sourceId, by: order.by } });
      await store.append(stream, 'any', [tombstone], {}, client);
    }
    await client.query('DELETE FROM work.pending_work WHERE article_id = $1', [articleId]);
    await forgetDeliveriesOf(client, articleId);
    let captures = 0;
    for (const hash of capturesOf(events))
      if (!(await isOthersToo(client, hash, articleId)) && (await eraseCapture(client, hash))) captures++;
    return { articleId, events: erased, captures };
  });
}

function sourceOf(events: readonly AnyRecordedEvent[]): string | null {
  for (const { data } of events) if ('sourceId' in data && 'articleId' in data) return data.sourceId;
  return null;
}

function capturesOf(events: readonly AnyRecordedEvent[]): Set<string> {
  return new Set(events.flatMap(({ data }) => ('captureHash' in data && data.captureHash !== undefined ? [data.captureHash] : [])));
}

/** Two articles can have the same bytes; the other one keeps its own. */
async function isOthersToo(client: pg.ClientBase, hash: string, articleId: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM projection.article_revision WHERE capture_hash = $1 AND article_id <> $2 LIMIT 1', [
    hash,
    articleId,
  ]);
  return rowCount !== 0;
}

/** Jobs hold ids alone, but a failed one says why, with an address in it. */
async function removeJobs(queues: LedgerParts['queues'], articleId: string, events: readonly AnyRecordedEvent[]): Promise<void> {
  const jobs = new Map<string, QueueName>();
  const readers = new Set<number>();
  for (const event of events) {
    jobs.set(jobIds.capture(event.id), 'capture');
    if (event.type === 'ExtractionCompleted' || event.type === 'ExtractionAbandoned') readers.add(event.data.extractor.version);
  }
  const revisions = events.filter(({ type }) => type === 'ArticleCaptured' || type === 'ArticleRevised').length;
  for (const version of readers)
    for (let revision = 0; revision <= revisions; revision++) jobs.set(jobIds.extract(articleId, revision, version), 'extract');
  for (const [jobId, queue] of jobs) await queues.remove(queue, jobId);
}

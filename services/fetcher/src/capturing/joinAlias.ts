import { createHash } from 'node:crypto';
import { hammingDistance } from '@newsledger/articles';
import { findErased, inTransaction, saveCapture } from '@newsledger/event-store';
import { articleIdOf, type EventData, isSameSite, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { completeWork } from '@newsledger/queues';
import type { FetcherContext } from '../fetcherContext.ts';
import { sharesWords } from '../sharesWords.ts';
import { type ArticleState, articleState } from './articleState.ts';
import type { Answer } from './decideCapture.ts';

/** Pages of one text for different devices differ in captions and labels: up to these bits of 64, while other texts differ in 20 and more. */
const MAX_SAME_TEXT_BITS = 12;

interface Target {
  readonly jobId: string;
  readonly discoveredEventId: string;
}

type Read = Extract<Answer, { outcome: 'read' }>;

/**
 * An address whose page names another of the same site as its canonical one is an alias, unless that one's text is another: sites that name
 * one page for all their articles don't make them one. The text becomes the other article's when it has none, the entry is noted there, and
 * the alias is withdrawn with a pointer, all in one transaction.
 * @returns false when the page is an article of its own, or somebody else appended meanwhile.
 */
export async function joinAlias(
  { pool, store }: FetcherContext,
  { facts, capture }: Read,
  entry: EventData<'ArticleDiscovered'>,
  state: ArticleState,
  { jobId, discoveredEventId }: Target,
): Promise<boolean> {
  const articleId = articleIdOf(facts.canonicalUrl);
  if (articleId === entry.articleId || state.lastRevision !== null || !isTrusted(facts, entry)) return false;
  const events = await store.readStream(streamOf.article(articleId));
  const { lastRevision, isWithdrawn, version } = articleState(events, '');
  if (isWithdrawn) return false;
  if (lastRevision !== null && hammingDistance(lastRevision.fingerprint, facts.fingerprint) > MAX_SAME_TEXT_BITS) return false;
  const url = lastRevision?.url ?? entry.url;
  const listed = newEvent('ArticleDiscovered', { ...entry, articleId, url });
  const captureHash = createHash('sha256').update(capture.body).digest('hex');
  const added: NewEvent[] =
    lastRevision === null
      ? [listed, newEvent('ArticleCaptured', { ...facts, articleId, sourceId: entry.sourceId, revision: 1, captureHash })]
      : events.some(({ type, data }) => type === 'ArticleDiscovered' && data.sourceId === entry.sourceId)
        ? []
        : [listed];
  const reason = `The same article as ${facts.canonicalUrl}`.slice(0, 600);
  const withdrawn = newEvent('ArticleWithdrawn', { articleId: entry.articleId, reason, sameAs: { articleId, url } });
  return await inTransaction(pool, async (client) => {
    if (lastRevision === null) await saveCapture(client, capture);
    const causes = { correlationId: discoveredEventId, causationId: listed.id };
    const own = { correlationId: discoveredEventId, causationId: discoveredEventId };
    const results = await store.appendMany(
      [
        { stream: streamOf.article(articleId), expected: version, events: added, context: causes },
        { stream: streamOf.article(entry.articleId), expected: state.version, events: [withdrawn], context: own },
      ],
      client,
    );
    if (results.some(({ outcome }) => outcome === 'conflict')) throw new Conflict();
    await completeWork(client, jobId);
    return true;
  }).catch((error: unknown) => {
    if (error instanceof Conflict) return false;
    throw error;
  });
}

/**
 * Only a page of the same site is believed; and where a redirect led to it, only one whose title is the listed one's: redirects lead to
 * pages that ask for consent, a log-in or patience too.
 */
function isTrusted({ url, canonicalUrl, title }: Read['facts'], entry: EventData<'ArticleDiscovered'>): boolean {
  if (!isSameSite(url, canonicalUrl)) return false;
  if (articleIdOf(url) === entry.articleId) return true;
  return entry.title === '' || sharesWords(entry.title, title);
}

/** What a source says anew of an alias, it says of the article. */
export async function forwardToArticle(
  { pool, store }: FetcherContext,
  entry: EventData<'ArticleDiscovered'>,
  sameAs: { articleId: string; url: string },
  { jobId, discoveredEventId }: Target,
): Promise<void> {
  const listed = newEvent('ArticleDiscovered', { ...entry, ...sameAs });
  await inTransaction(pool, async (client) => {
    const causes = { correlationId: discoveredEventId, causationId: discoveredEventId };
    const stream = streamOf.article(sameAs.articleId);
    if (!(await findErased(client, [stream])).has(stream)) await store.append(stream, 'any', [listed], causes, client);
    await completeWork(client, jobId);
  });
}

/** Somebody else appended to one of the articles first. */
class Conflict extends Error {}

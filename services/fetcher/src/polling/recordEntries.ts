import { findErased, inTransaction } from '@newsledger/event-store';
import { deterministicId, type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { RetryableError } from '@newsledger/queues';
import { type ListedEntry as KnownEntry, loadListedEntries, saveListedEntries } from '@newsledger/read-models';
import type pg from 'pg';
import type { FetcherContext } from '../fetcherContext.ts';
import type { Discovered, ListedEntry } from './discoveredEvent.ts';
import { placeEntries } from './placeEntries.ts';

/** Entries that are appended in one transaction: a commit costs more than an append, and readers of the log wait for open ones. */
const BATCH = 25;

/**
 * Appends ArticleDiscovered for every entry that the source did not list so before, and remembers how it lists them now. An entry that
 * returns to what it said once is news again, and one without an address is read by itself at once. Saying the same twice, or dying in
 * between, discovers nothing twice.
 * @returns how many were news.
 */
export async function recordEntries(
  context: Pick<FetcherContext, 'store' | 'pool' | 'metrics' | 'logger'>,
  source: Pick<SourceSettings, 'sourceId' | 'url' | 'kind'>,
  entries: readonly ListedEntry[],
  now: Date,
): Promise<number> {
  const { store, pool, metrics } = context;
  const { sourceId, kind } = source;
  const listed = new Map<string, Discovered>();
  for (const placed of await placeEntries(context, source, entries, now)) {
    const { articleId } = placed.event.data;
    // Of two entries about one address the first counts: newest first is the custom, and both would overwrite each other at every poll.
    if (!listed.has(articleId)) listed.set(articleId, placed);
  }
  for (const articleId of await erasedOf(pool, listed.keys())) listed.delete(articleId);
  const known = await loadListedEntries(pool, sourceId, [...listed.keys()]);
  const changed = [...listed.values()].flatMap((placed): Discovered[] => {
    const { event } = placed;
    if (known.get(event.data.articleId)?.contentId !== event.id) return [placed];
    // A watched page is only looked at here when its text has changed, though it seldom says so.
    return kind === 'page' ? [{ ...placed, event: newEvent('ArticleDiscovered', { ...event.data, updatedAt: now.toISOString() }) }] : [];
  });
  // One order for all processes, so that two sources that list the same articles don't wait for each other crosswise.
  changed.sort((a, b) => (a.event.data.articleId < b.event.data.articleId ? -1 : 1));
  let news = 0;
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH);
    const appended = await inTransaction(pool, async (client) => {
      const said: (KnownEntry & { isNews: boolean })[] = [];
      for (const placed of batch) said.push(await append({ store, client }, placed, known.get(placed.event.data.articleId)));
      await saveListedEntries(client, sourceId, said, now);
      // Our appends hold their streams, so that an erasure has either come before them and is seen here, or erases them as well.
      if (
        (
          await erasedOf(
            client,
            said.map(({ articleId }) => articleId),
          )
        ).length > 0
      )
        throw new RetryableError('An article was erased while it was listed; it is left out next time.');
      return said.filter(({ isNews }) => isNews).length;
    });
    metrics.discovered.inc(appended);
    news += appended;
  }
  return news;
}

/** Those articles of which nothing may be kept, whoever lists them. */
async function erasedOf(client: pg.Pool | pg.ClientBase, articleIds: Iterable<string>): Promise<string[]> {
  const ids = [...articleIds];
  const erased = await findErased(client, ids.map(streamOf.article));
  return ids.filter((articleId) => erased.has(streamOf.article(articleId)));
}

async function append(
  { store, client }: { store: FetcherContext['store']; client: pg.PoolClient },
  { event, hasPage }: Discovered,
  before: KnownEntry | undefined,
): Promise<KnownEntry & { isNews: boolean }> {
  const { articleId } = event.data;
  const say = async ({ id }: { id: string }) => {
    const { outcome } = await store.append(streamOf.article(articleId), 'any', [{ ...event, id }], { correlationId: id }, client);
    if (outcome === 'appended' && !hasPage)
      await store.append(streamOf.article(articleId), 'any', [withoutPage(event, id)], { correlationId: id, causationId: id }, client);
    return { articleId, contentId: event.id, eventId: id, isNews: outcome === 'appended' };
  };
  const said = await say(event);
  // It was said before the last thing that was said: the same words are a new fact, with an id that follows from both.
  return said.isNews || before === undefined ? said : say({ id: deterministicId(event.id, before.eventId) });
}

/** Ends the capture that a discovery asks for: there is nothing to fetch, and the entry is read instead. */
function withoutPage({ data: { articleId, sourceId, url } }: NewEvent<'ArticleDiscovered'>, discoveredId: string): NewEvent {
  const detail = 'The entry names no address.';
  const event = newEvent('ArticleUnavailable', { articleId, sourceId, url, reason: 'no_address', detail, httpStatus: null });
  return { ...event, id: deterministicId(event.id, discoveredId) };
}

import { findErased, inTransaction, type StreamBatch } from '@newsledger/event-store';
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
      const said = await sayAll({ store, client }, batch, known);
      await saveListedEntries(client, sourceId, said, now);
      // Our appends hold their streams, so that an erasure has either come before them and is seen here, or erases them as well.
      const erased = await erasedOf(
        client,
        said.map(({ articleId }) => articleId),
      );
      if (erased.length > 0) throw new RetryableError('An article was erased while it was listed; it is left out next time.');
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

interface Said extends KnownEntry {
  readonly isNews: boolean;
}

type Log = { readonly store: FetcherContext['store']; readonly client: pg.PoolClient };

/** Says all entries of a batch, in few round trips, however many articles they are about. */
async function sayAll(log: Log, batch: readonly Discovered[], known: ReadonlyMap<string, KnownEntry>): Promise<Said[]> {
  const first = await say(log, batch);
  // It was said before the last thing that was said: the same words are a new fact, with an id that follows from both.
  const returned = batch.flatMap((placed, index): Discovered[] => {
    const { event } = placed;
    const before = known.get(event.data.articleId);
    const isOld = first[index]?.isNews === false && before !== undefined;
    return isOld ? [{ ...placed, event: { ...event, id: deterministicId(event.id, before.eventId) } }] : [];
  });
  const again = new Map((await say(log, returned)).map((said) => [said.articleId, said]));
  return first.map((said) => {
    const later = again.get(said.articleId);
    return later === undefined ? said : { ...later, contentId: said.contentId };
  });
}

async function say({ store, client }: Log, batch: readonly Discovered[]): Promise<Said[]> {
  // What there is no page to fetch for says so right behind its discovery.
  const results = await store.appendMany(
    batch.flatMap(({ event, hasPage }) => (hasPage ? [discovery(event)] : [discovery(event), withoutPage(event)])),
    client,
  );
  let place = 0;
  return batch.map(({ event: { id, data }, hasPage }) => {
    const isNews = results[place]?.outcome === 'appended';
    place += hasPage ? 1 : 2;
    return { articleId: data.articleId, contentId: id, eventId: id, isNews };
  });
}

function discovery(event: NewEvent<'ArticleDiscovered'>): StreamBatch {
  return { stream: streamOf.article(event.data.articleId), expected: 'any', events: [event], context: { correlationId: event.id } };
}

/** Ends the capture that a discovery asks for: there is nothing to fetch, and the entry is read instead. */
function withoutPage({ id, data: { articleId, sourceId, url } }: NewEvent<'ArticleDiscovered'>): StreamBatch {
  const detail = 'The entry names no address.';
  const event = newEvent('ArticleUnavailable', { articleId, sourceId, url, reason: 'no_address', detail, httpStatus: null });
  return {
    stream: streamOf.article(articleId),
    expected: 'any',
    events: [{ ...event, id: deterministicId(event.id, id) }],
    context: { correlationId: id, causationId: id },
  };
}

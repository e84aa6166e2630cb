import { inTransaction } from '@newsledger/event-store';
import { deterministicId, type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { type ListedEntry as KnownEntry, loadListedEntries, saveListedEntries } from '@newsledger/read-models';
import type pg from 'pg';
import type { FetcherContext } from '../fetcherContext.ts';
import { discoveredEvent, type ListedEntry } from './discoveredEvent.ts';

/** Entries that are appended in one transaction: a commit costs more than an append, and readers of the log wait for open ones. */
const BATCH = 25;

/**
 * Appends ArticleDiscovered for every entry that the source did not list so before, and remembers how it lists them now. An entry that
 * returns to what it said once is news again. Saying the same twice, or dying in between, discovers nothing twice.
 * @returns how many were news.
 */
export async function recordEntries(
  { store, pool, metrics, logger }: Pick<FetcherContext, 'store' | 'pool' | 'metrics' | 'logger'>,
  { sourceId, kind }: Pick<SourceSettings, 'sourceId' | 'kind'>,
  entries: readonly ListedEntry[],
  now: Date,
): Promise<number> {
  const events = new Map<string, NewEvent<'ArticleDiscovered'>>();
  let skipped = 0;
  for (const entry of entries) {
    const event = discoveredEvent(sourceId, entry);
    if (event === null) skipped += 1;
    // Of two entries about one address the first counts: newest first is the custom, and both would overwrite each other at every poll.
    else if (!events.has(event.data.articleId)) events.set(event.data.articleId, event);
  }
  if (skipped > 0) logger.warn({ sourceId, skipped }, 'entries without an address that can be fetched');

  const known = await loadListedEntries(pool, sourceId, [...events.keys()]);
  const changed = [...events.values()].flatMap((event) => {
    if (known.get(event.data.articleId)?.contentId !== event.id) return [event];
    // A watched page is only looked at here when its text has changed, though it seldom says so.
    return kind === 'page' ? [newEvent('ArticleDiscovered', { ...event.data, updatedAt: now.toISOString() })] : [];
  });
  // One order for all processes, so that two sources that list the same articles don't wait for each other crosswise.
  changed.sort((a, b) => (a.data.articleId < b.data.articleId ? -1 : 1));
  let news = 0;
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH);
    const appended = await inTransaction(pool, async (client) => {
      const said: (KnownEntry & { isNews: boolean })[] = [];
      for (const event of batch) said.push(await append({ store, client }, event, known.get(event.data.articleId)));
      await saveListedEntries(client, sourceId, said, now);
      return said.filter(({ isNews }) => isNews).length;
    });
    metrics.discovered.inc(appended);
    news += appended;
  }
  return news;
}

async function append(
  { store, client }: { store: FetcherContext['store']; client: pg.PoolClient },
  event: NewEvent<'ArticleDiscovered'>,
  before: KnownEntry | undefined,
): Promise<KnownEntry & { isNews: boolean }> {
  const { articleId } = event.data;
  const say = async ({ id }: { id: string }) => {
    const { outcome } = await store.append(streamOf.article(articleId), 'any', [{ ...event, id }], { correlationId: id }, client);
    return { articleId, contentId: event.id, eventId: id, isNews: outcome === 'appended' };
  };
  const said = await say(event);
  // It was said before the last thing that was said: the same words are a new fact, with an id that follows from both.
  return said.isNews || before === undefined ? said : say({ id: deterministicId(event.id, before.eventId) });
}

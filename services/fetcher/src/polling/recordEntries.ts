import { deterministicId, type NewEvent, newEvent, type SourceSettings, streamOf } from '@newsledger/events';
import { type ListedEntry as KnownEntry, loadListedEntries, saveListedEntries } from '@newsledger/read-models';
import { eachAtOnce } from '../eachAtOnce.ts';
import type { FetcherContext } from '../fetcherContext.ts';
import { discoveredEvent, type ListedEntry } from './discoveredEvent.ts';

/** Appends at the same time: each is a round trip to the database. */
const CONCURRENT_APPENDS = 4;

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
  let news = 0;
  const said: KnownEntry[] = [];
  const append = async (event: NewEvent<'ArticleDiscovered'>) => {
    const { articleId } = event.data;
    const stream = streamOf.article(articleId);
    let appended = event;
    let { outcome } = await store.append(stream, 'any', [event], { correlationId: event.id });
    const before = known.get(articleId);
    if (outcome === 'duplicate' && before !== undefined) {
      // It was said before the last thing that was said: the same words are a new fact, with an id that follows from both.
      appended = { ...event, id: deterministicId(event.id, before.eventId) };
      ({ outcome } = await store.append(stream, 'any', [appended], { correlationId: appended.id }));
    }
    if (outcome === 'appended') {
      metrics.discovered.inc();
      news += 1;
    }
    said.push({ articleId, contentId: event.id, eventId: appended.id });
  };
  await eachAtOnce(changed, CONCURRENT_APPENDS, append);
  if (said.length > 0) await saveListedEntries(pool, sourceId, said, now);
  return news;
}

import { deterministicId, type NewEvent, newEvent, type SourceSettings } from '@newsledger/events';
import { type EntryPlace, loadEntryPlaces, loadListedEntries, saveEntryPlaces } from '@newsledger/read-models';
import type { FetcherContext } from '../fetcherContext.ts';
import { type Discovered, discoveredEvent, type ListedEntry } from './discoveredEvent.ts';
import { followMove } from './followMove.ts';

interface Found extends Discovered {
  /** Made of the publisher's own id; null when there is none to go by. */
  readonly entryKey: string | null;
  /** Where the entry was placed last. */
  readonly place: EntryPlace | null;
}

/**
 * Says which articles the entries of one document are about: by their addresses, but an entry whose own id was seen under another address is
 * the article that it was there. Ids of publishers are not always what they should be, so a move is believed only when the old address is
 * not listed any more, the new one was not listed before, and most ids of the document stayed with their addresses or both tell the same.
 * Entries without an address or a word to read are left out.
 */
export async function placeEntries(
  context: Pick<FetcherContext, 'store' | 'pool' | 'logger'>,
  source: Pick<SourceSettings, 'sourceId' | 'url'>,
  entries: readonly ListedEntry[],
  now: Date,
): Promise<Discovered[]> {
  const { pool, logger } = context;
  const { sourceId } = source;
  const found = await findEntries(context, source, entries);
  const moved = new Set(found.filter(isMoved));
  const listed = new Set(found.filter((entry) => !moved.has(entry)).map(articleOf));
  const listedBefore = moved.size === 0 ? new Map<string, unknown>() : await loadListedEntries(pool, sourceId, [...moved].map(addressOf));
  const isProven = found.filter(isKept).length >= Math.max(moved.size, 1);
  const placed: Discovered[] = [];
  const places: EntryPlace[] = [];
  for (const entry of found) {
    const { event, hasPage, entryKey, place } = entry;
    let articleId = articleOf(entry);
    if (moved.has(entry) && place !== null && !listed.has(place.articleId) && !listedBefore.has(addressOf(entry))) {
      articleId = (await followMove(context, event, place.articleId, isProven)) ?? addressOf(entry);
      if (articleId !== addressOf(entry)) logger.info({ sourceId, articleId, url: event.data.url }, 'article under a new address');
      listed.add(articleId);
    }
    placed.push({
      event: articleId === event.data.articleId ? event : newEvent('ArticleDiscovered', { ...event.data, articleId }),
      hasPage,
    });
    if (entryKey !== null && (place?.articleId !== articleId || place.addressId !== addressOf(entry)))
      places.push({ entryKey, articleId, addressId: addressOf(entry) });
  }
  if (places.length > 0) await saveEntryPlaces(pool, sourceId, places, now);
  return placed;
}

async function findEntries(
  { pool, logger }: Pick<FetcherContext, 'pool' | 'logger'>,
  source: Pick<SourceSettings, 'sourceId' | 'url'>,
  entries: readonly ListedEntry[],
): Promise<Found[]> {
  const { sourceId } = source;
  const found = entries.flatMap((entry) => {
    const discovered = discoveredEvent(source, entry);
    if (discovered === null) return [];
    const { ownId } = entry;
    return [{ ...discovered, entryKey: ownId === null || !discovered.hasPage ? null : deterministicId('entry', ownId) }];
  });
  if (found.length < entries.length)
    logger.warn({ sourceId, skipped: entries.length - found.length }, 'entries without an address or a word to read');
  const keys = found.flatMap(({ entryKey }) => entryKey ?? []);
  const places = keys.length === 0 ? new Map<string, EntryPlace>() : await loadEntryPlaces(pool, sourceId, keys);
  return found.map((entry) => ({ ...entry, place: places.get(entry.entryKey ?? '') ?? null }));
}

function addressOf({ event }: { readonly event: NewEvent<'ArticleDiscovered'> }): string {
  return event.data.articleId;
}

/** Where its address is the one of last time. */
function isKept({ event, place }: Found): boolean {
  return place?.addressId === event.data.articleId;
}

/** Where its address names another article than the one that it was about; one that returns to its first address has not moved. */
function isMoved(entry: Found): boolean {
  return entry.place !== null && !isKept(entry) && entry.place.articleId !== addressOf(entry);
}

/** The article of an entry that has not moved. */
function articleOf(entry: Found): string {
  return entry.place !== null && isKept(entry) ? entry.place.articleId : addressOf(entry);
}

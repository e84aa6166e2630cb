import { type AnyRecordedEvent, type EventData, type NewEvent, newEvent, streamOf } from '@newsledger/events';
import { type ArticleState, articleState } from '../capturing/articleState.ts';
import type { FetcherContext } from '../fetcherContext.ts';
import { sharesWords } from '../sharesWords.ts';

/** Somebody else appends to the same articles; after so many times the entry counts by its address, as one that nobody knows does. */
const MAX_TRIES = 5;

/** Editors change a headline within hours; what appears daily under one headline and id is another article each day. */
const MAX_EDIT_MS = 12 * 3_600_000;

type Listed = NewEvent<'ArticleDiscovered'>;

/**
 * Follows an entry to a new address: this becomes an alias of the article that the entry was about before. Where the address was captured as
 * an article meanwhile, since somebody else lists it, the old article becomes the alias instead, if both tell the same.
 * @param isProven whether the id is known to stay with its entry; else both have to tell the same.
 * @returns the article that the entry is about; null when it has to count as one of its own.
 */
export async function followMove(
  { store }: Pick<FetcherContext, 'store'>,
  listed: Listed,
  knownId: string,
  isProven: boolean,
): Promise<string | null> {
  const addressId = listed.data.articleId;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const events = await store.readStream(streamOf.article(knownId));
    const known = articleState(events, '');
    const address = articleState(await store.readStream(streamOf.article(addressId)), '');
    const articleId = known.sameAs?.articleId ?? knownId;
    if (articleId === addressId || address.sameAs?.articleId === articleId) return articleId;
    if (isGone(known) || address.isWithdrawn) return null;
    const isSame = tellsTheSame(events, listed.data);
    if (!isProven && !isSame) return null;
    const isTaken = address.lastRevision !== null;
    if (isTaken && (!isSame || known.sameAs !== null)) return null;
    const { outcome } = isTaken
      ? await store.append(streamOf.article(knownId), known.version, [aliasOf(listed, knownId, addressId)], { correlationId: listed.id })
      : await store.append(
          streamOf.article(addressId),
          address.version,
          [listed, aliasOf(listed, addressId, articleId)],
          // By its causation the dispatcher knows that there is nothing to capture.
          { correlationId: listed.id, causationId: listed.id },
        );
    if (outcome !== 'conflict') return isTaken ? addressId : articleId;
  }
  return null;
}

/** Taken down, and no alias of another. */
function isGone({ isWithdrawn, sameAs }: ArticleState): boolean {
  return isWithdrawn && sameAs === null;
}

function aliasOf({ data: { url } }: Listed, articleId: string, sameAs: string): NewEvent<'ArticleWithdrawn'> {
  const reason = `Its source lists it at ${url} now`.slice(0, 600);
  return newEvent('ArticleWithdrawn', { articleId, reason, sameAs: { articleId: sameAs, url } });
}

/**
 * Whether an entry says what the source said last of an article: it was published at the same time; or about then, as far as that is known,
 * and half of its title's words are still the same.
 */
function tellsTheSame(events: readonly AnyRecordedEvent[], { sourceId, title, publishedAt }: EventData<'ArticleDiscovered'>): boolean {
  const said = events.flatMap((event) => (event.type === 'ArticleDiscovered' && event.data.sourceId === sourceId ? [event.data] : []));
  const before = said.at(-1);
  if (before === undefined) return false;
  if (before.publishedAt === null || publishedAt === null) return sharesWords(before.title, title);
  const apartMs = Math.abs(Date.parse(before.publishedAt) - Date.parse(publishedAt));
  return apartMs === 0 || (apartMs <= MAX_EDIT_MS && sharesWords(before.title, title));
}

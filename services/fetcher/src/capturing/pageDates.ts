import type { Article } from '@newsledger/articles';
import type { EventData } from '@newsledger/events';
import { boundsAt, type DateBounds, whyImpossible } from '@newsledger/feeds';
import { ingestedSource } from '../sources/ingestedSource.ts';

/** The first newspapers are of 1605. */
const FIRST_NEWSPAPERS = Date.UTC(1600, 0);

/** Where dates of the pages of a source can lie. What people hand in themselves may be as old as it likes. */
export function pageDateBounds(sourceId: string, now: Date): DateBounds {
  const bounds = boundsAt(now);
  return sourceId === ingestedSource.sourceId ? { ...bounds, earliest: FIRST_NEWSPAPERS } : bounds;
}

interface PageDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** Dates that were refused, one sentence each. */
  readonly problems: readonly string[];
}

/** The dates of a page as read within `bounds`, and of its entry where the page tells none; entries of older logs may be out of them too. */
export function pageDates(
  { publishedAt, modifiedAt, refusedDates }: Pick<Article, 'publishedAt' | 'modifiedAt' | 'refusedDates'>,
  entry: Pick<EventData<'ArticleDiscovered'>, 'url' | 'publishedAt' | 'updatedAt'>,
  bounds: DateBounds,
): PageDates {
  const problems = new Set<string>();
  const believed = (instant: string | null) => {
    const why = instant === null ? null : whyImpossible(instant, bounds);
    if (why !== null) problems.add(`${entry.url} is dated ${instant?.slice(0, 10)}, which can't be: ${why}.`);
    return why === null ? instant : null;
  };
  for (const date of refusedDates) believed(date);
  const published = believed(entry.publishedAt);
  const updated = believed(entry.updatedAt);
  return {
    publishedAt: publishedAt ?? published,
    modifiedAt: modifiedAt ?? updatedAfter(published, updated),
    problems: [...problems],
  };
}

/** Many feeds give the time of publication twice; only a later one says that something changed. */
function updatedAfter(published: string | null, updated: string | null): string | null {
  return updated !== null && published !== null && updated > published ? updated : null;
}

import type { Article } from '../content.ts';
import type { Outlet } from '../outlets.ts';

/** What a feed says of one article. */
export interface FeedItem {
  readonly title: string;
  readonly summary: string;
  readonly author: string;
  readonly section: string;
  /** Path as the feed lists it: perhaps an old one, perhaps with tracking parameters. */
  readonly path: string;
  readonly publishedAt: string;
  readonly updatedAt: string | null;
}

/** A feed in one of its two states, to be written in the outlet's format. */
export interface Feed {
  readonly outlet: Outlet;
  readonly items: readonly FeedItem[];
  /** Latest change of any item, ISO. */
  readonly updatedAt: string;
}

/** The outlet's articles as its feed lists them before (`first`) or after (`second`) revisions and withdrawals. */
export function feedOf(outlet: Outlet, articles: readonly Article[], state: 'first' | 'second'): Feed {
  const items = articles.map((article) => itemOf(outlet, article, state));
  const changes = items.map((item) => item.updatedAt ?? item.publishedAt).toSorted();
  return { outlet, items, updatedAt: changes.at(-1) ?? '1970-01-01T00:00:00Z' };
}

/** Whether anything in the feed changes, so that it has a second state at all. */
export function hasSecondState(articles: readonly Article[]): boolean {
  return articles.some((article) => article.editions.length > 1 || article.withdrawn !== null);
}

function itemOf(outlet: Outlet, article: Article, state: 'first' | 'second'): FeedItem {
  const edition = (state === 'second' ? article.editions[1] : undefined) ?? article.editions[0];
  const withdrawn = state === 'second' ? article.withdrawn : null;
  return {
    title: outlet.setNumbers(withdrawn === null ? edition.title : `Withdrawn: ${edition.title}`),
    summary: outlet.setNumbers(withdrawn === null ? edition.summary : withdrawn.reason),
    author: edition.byline,
    section: article.section,
    path: (article.movedFrom ?? outlet.pathOf(article)) + outlet.tracking,
    publishedAt: edition.publishedAt,
    updatedAt: withdrawn?.at ?? edition.updatedAt,
  };
}

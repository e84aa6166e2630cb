/** Where the feed of all changes is. */
export const NEWS_FEED_PATH = '/changes.atom';

/** Where the feed of one subject is. */
export function entityFeedPath(name: string): string {
  return `/entities/${encodeURIComponent(name)}.atom`;
}

/** Where the feed of one figure is. */
export function figureFeedPath(figureId: string): string {
  return `/figures/${figureId}.atom`;
}

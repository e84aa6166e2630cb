export { believableDates, boundsAt, type DateBounds, whyImpossible } from './dates/believableDates.ts';
export { parseFeedDate } from './dates/parseFeedDate.ts';
export { type DiscoveredFeed, discoverFeeds } from './discoverFeeds.ts';
export {
  type FeedEntry,
  type FeedFormat,
  type FeedReading,
  FeedUnreadableError,
  type ListSelectors,
  type SourceKind,
} from './feedReading.ts';
export { type OpmlSource, readOpml, writeOpml } from './opml.ts';
export { type ReadFeedOptions, readFeed } from './readFeed.ts';
export { type DecodedText, decodeText } from './text/decodeText.ts';

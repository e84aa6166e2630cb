import { parseFeedDate, readFeed } from '@newsledger/feeds';
import { readRobotsRules } from '@newsledger/fetcher';

/** Where the measured documents are said to come from; relative links are resolved against it. */
const HOME = 'http://127.0.0.1:8097/feed.xml';

export async function parse(bytes: Uint8Array, contentType: string | undefined) {
  const feed = await readFeed(bytes, { contentType: contentType ?? null, url: HOME });
  return {
    feed: { ...feed, title: feed.titleHtml, published: feed.publishedAt, updated: feed.updatedAt },
    entries: feed.entries.map((entry) => ({
      ...entry,
      title: entry.titleHtml,
      link: entry.url,
      summary: entry.summaryHtml,
      published: entry.publishedAt,
      updated: entry.updatedAt,
    })),
  };
}

export const parseDate = parseFeedDate;

export function isAllowed(robotsTxt: string, agent: string, url: string): boolean {
  return readRobotsRules(robotsTxt, agent)(url).allowed;
}

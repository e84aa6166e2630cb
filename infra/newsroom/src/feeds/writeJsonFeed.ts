import type { Feed } from './feedItem.ts';

/** JSON Feed 1.1, with times in the outlet's own zone (five hours behind UTC). */
export function writeJsonFeed({ outlet, items }: Feed, base: string): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet.name,
      description: outlet.tagline,
      home_page_url: `${base}/${outlet.id}`,
      feed_url: base + outlet.feedPath,
      language: 'en-US',
      items: items.map((item) => ({
        id: item.path,
        url: base + item.path,
        title: item.title,
        summary: item.summary,
        date_published: inNewYork(item.publishedAt),
        ...(item.updatedAt === null ? {} : { date_modified: inNewYork(item.updatedAt) }),
        authors: [{ name: item.author }],
        tags: [item.section],
      })),
    },
    null,
    1,
  );
}

/** The same instant written with the offset of eastern standard time: `2025-11-03T12:10:00-05:00`. */
function inNewYork(instant: string): string {
  const shifted = new Date(Date.parse(instant) - 5 * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}-05:00`;
}

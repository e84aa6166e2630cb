import { escapeMarkup } from '../escapeMarkup.ts';
import type { Feed } from './feedItem.ts';

/** A news sitemap: titles and times, no summaries. */
export function writeNewsSitemap({ outlet, items }: Feed, base: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items
  .map(
    (item) => `<url>
<loc>${escapeMarkup(base + item.path)}</loc>
<lastmod>${item.updatedAt ?? item.publishedAt}</lastmod>
<news:news>
<news:publication><news:name>${escapeMarkup(outlet.name)}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${item.publishedAt}</news:publication_date>
<news:title>${escapeMarkup(item.title)}</news:title>
</news:news>
</url>`,
  )
  .join('\n')}
</urlset>
`;
}

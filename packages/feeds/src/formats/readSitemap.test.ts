import { describe, expect, it } from 'vitest';
import { readFeed } from '../readFeed.ts';

const read = (text: string) => readFeed(Buffer.from(text), { contentType: 'application/xml', url: 'https://news.example.com/sitemap.xml' });

describe('a sitemap', () => {
  it('of news gives titles and dates', async () => {
    const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://news.example.com/1</loc><lastmod>2025-11-03T10:00:00Z</lastmod>
        <n:news><n:publication><n:name>Example News</n:name><n:language>en</n:language></n:publication>
        <n:publication_date>2025-11-03T09:15:00Z</n:publication_date><n:title>Harbour &amp; Chips</n:title></n:news></url></urlset>`;
    expect(await read(text)).toMatchObject({
      format: 'news-sitemap',
      title: 'Example News',
      entries: [
        {
          url: 'https://news.example.com/1',
          title: 'Harbour & Chips',
          language: 'en',
          publishedAt: '2025-11-03T09:15:00.000Z',
          updatedAt: '2025-11-03T10:00:00.000Z',
        },
      ],
    });
  });

  it('without news gives addresses', async () => {
    const text =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> /1 </loc></url><url><loc>https://news.example.com/2</loc></url></urlset>';
    expect((await read(text)).entries.map((entry) => entry.url)).toEqual(['https://news.example.com/1', 'https://news.example.com/2']);
  });

  it('index names further sitemaps', async () => {
    const text =
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example.com/a.xml</loc><lastmod>2025-11-03</lastmod></sitemap></sitemapindex>';
    expect(await read(text)).toMatchObject({
      format: 'sitemap-index',
      entries: [],
      sitemaps: [{ url: 'https://news.example.com/a.xml', modifiedAt: '2025-11-03T00:00:00.000Z' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { readArticle } from '../readArticle.ts';

const URL = 'https://news.example.com/2025/nov/03/ferries';

describe('what a page says of itself', () => {
  it('is read from microdata', () => {
    const html = `<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Ferries late again</h2>
      <span itemprop="author">Ada Birch</span><time itemprop="datePublished" datetime="2025-11-04T09:15:00+01:00">4 November</time>
      <meta itemprop="isAccessibleForFree" content="false"></div>`;
    expect(readArticle(html, URL)).toMatchObject({
      title: 'Ferries late again',
      byline: ['Ada Birch'],
      publishedAt: '2025-11-04T08:15:00.000Z',
      paywalled: true,
    });
  });

  it('is read from JSON-LD that was escaped as HTML', () => {
    const html =
      '<script type="application/ld+json">{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;author&quot;:&quot;Ada Birch&quot;}</script>';
    expect(readArticle(html, URL).byline).toEqual(['Ada Birch']);
  });

  it('is dated by a month in words in its address', () => {
    expect(readArticle('<p>Text</p>', URL).publishedAt).toBe('2025-11-03T00:00:00.000Z');
  });
});

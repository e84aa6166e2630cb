import { describe, expect, it } from 'vitest';
import { readArticle } from '../readArticle.ts';

const URL = 'https://news.example.com/en/business/2025/11/03/ferries.html';
const linked = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = '<meta property="article:section" content="Travel &amp;amp; Leisure">';
const crumbs = linked({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: 'Home' }, { item: { '@id': '/economy', name: 'Economy' } }, { name: 'Ferries late again' }],
});

describe('the section', () => {
  it.each([
    ['JSON-LD', `${linked({ '@type': 'NewsArticle', articleSection: ['Markets', 'Ferries'] })}${meta}`, 'Markets'],
    ['metadata', `${meta}${crumbs}`, 'Travel & Leisure'],
    ['breadcrumbs', crumbs, 'Economy'],
    ['the address', '', 'business'],
  ])('is read from %s', (_, html, section) => {
    expect(readArticle(html, URL).section).toBe(section);
  });

  it.each(['https://news.example.com/2025/11/03/ferries.html', 'https://news.example.com/ferries', 'no address'])(
    'is not guessed from %s',
    (url) => {
      expect(readArticle('<p>Text</p>', url).section).toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { readArticle } from '../readArticle.ts';

const titleOf = (html: string) => readArticle(html, 'https://news.example.com/story').title;

describe('the title', () => {
  it.each([
    [
      'the heading where OpenGraph is written for search engines',
      '<meta property="og:title" content="Ferry delays: all you need"><h1>Ferries late again</h1>',
    ],
    [
      'the heading among several that the title tag begins with',
      '<title>Ferries late again - Example</title><h1>Example</h1><h1>Ferries late again</h1>',
    ],
    [
      'the second heading where there is no first',
      '<title>Ferries late again | Travel | Forum | Example</title><h2>Menu</h2><h2>Ferries late again</h2>',
    ],
    ['the title tag without sections and site', '<title>Ferries late again | Travel | Forum | Example</title>'],
    [
      'OpenGraph without the site before it',
      '<meta property="og:site_name" content="Web Easy"><meta property="og:title" content="Web Easy | Ferries late again">',
    ],
    [
      'no site name that stands for a title',
      '<meta property="og:site_name" content="Web Easy"><meta property="og:title" content="Web Easy"><h1>Ferries late again</h1>',
    ],
    [
      'the heading that readers see where breadcrumbs end in one for search engines',
      `<meta property="og:title" content="Ferry delays: all you need"><nav><li><h1>Ferry delays: all you need</h1></li></nav><h2>Ferries late again</h2>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries late again"}</script>`,
    ],
    [
      'the heading in breadcrumbs where JSON-LD repeats it',
      `<meta property="og:title" content="Ferry delays: all you need"><ol class="breadcrumbs"><h1>Ferries late again</h1></ol>
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries late again"}</script>`,
    ],
    [
      'the whole heading where OpenGraph ends at a quotation mark',
      '<meta property="og:title" content="Ferries late"><meta property="og:type" content="article"><h1>Ferries late again</h1>',
    ],
    [
      'OpenGraph without the label that another title lacks',
      '<meta property="og:title" content="Ferries late again-travel"><meta name="headline" content="Ferries late again">',
    ],
    [
      'what two of three say',
      '<meta property="og:title" content="Ferries late again"><h1>Late ferries</h1><script type="application/ld+json">{"@type":"Article","headline":"Ferries late again"}</script>',
    ],
  ])('is %s', (_, html) => {
    expect(titleOf(html)).toBe('Ferries late again');
  });

  it('leaves out the readings above characters', () => {
    expect(titleOf('<h1><ruby>禁止<rt>きんし</rt></ruby>する法律</h1>')).toBe('禁止する法律');
  });
});

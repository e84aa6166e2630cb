import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from './readArticle.ts';

const URL = 'https://news.example.com/business/2025/11/03/harbour-chips?utm_source=x';

const page = (options: { head?: string; before?: string; body?: string; after?: string } = {}) => `<!doctype html><html lang="en-GB"><head>
<title>Harbour Chips to build plant | Example News</title>${options.head ?? ''}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/markets">Markets</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies and similar technologies to keep this site working and to learn what our readers like to read most.</p></div>
<main><article><h1>Harbour Chips to build plant</h1>${options.before ?? ''}<div class="article-body">${options.body ?? BODY}</div></article>${options.after ?? ''}</main>
<aside class="related-stories"><h2>Related</h2><p>Another company that has nothing to do with this story said it would build something else in another town next year.</p></aside>
<footer><p>© Example News 2025. All rights reserved. Registered in a place far away, with a number that nobody reads and everybody prints.</p></footer>
</body></html>`;

const BODY = `<p>Harbour Chips said on Monday it would spend $2.5&nbsp;billion on a plant in Leith, its largest investment since it was founded.</p>
<p>Advertisement</p><p>The plant will employ about 1,200 people and make power electronics for trains, ferries and wind farms from 2028 on.</p>
<h2>What it makes</h2><p>The company sold 14 million modules last year, 20&thinsp;% more than in the year before, according to its annual report.</p>
<ul><li>Revenue rose to £410m</li><li>Debt fell to £90m</li></ul>
<table><tr><th>Year</th><th>Modules</th></tr><tr><td>2024</td><td>14 million</td></tr></table>`;

const linked = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...data })}</script>`;

describe('readArticle', () => {
  it('keeps the text in blocks and drops what stands around it', () => {
    const { blocks } = readArticle(page(), URL);
    expect(blocks).toEqual([
      'Harbour Chips said on Monday it would spend $2.5\u00a0billion on a plant in Leith, its largest investment since it was founded.',
      'The plant will employ about 1,200 people and make power electronics for trains, ferries and wind farms from 2028 on.',
      'What it makes',
      'The company sold 14 million modules last year, 20\u2009% more than in the year before, according to its annual report.',
      'Revenue rose to £410m',
      'Debt fell to £90m',
      'Year | Modules',
      '2024 | 14 million',
    ]);
  });

  it('joins the blocks by blank lines', () => {
    const article = readArticle(page(), URL);
    expect(article.text).toBe(article.blocks.join('\n\n'));
  });

  it('reads title, authors, dates and language from JSON-LD', () => {
    const head = linked({
      headline: 'Harbour Chips to build plant',
      author: [
        { '@type': 'Person', name: 'Ada Birch' },
        { '@type': 'Person', name: 'By Carl Dune' },
      ],
      datePublished: '2025-11-03T09:15:00+01:00',
      dateModified: '2025-11-03T10:00:00Z',
      inLanguage: 'en',
    });
    expect(readArticle(page({ head }), URL)).toMatchObject({
      title: 'Harbour Chips to build plant',
      byline: ['Ada Birch', 'Carl Dune'],
      publishedAt: '2025-11-03T08:15:00.000Z',
      modifiedAt: '2025-11-03T10:00:00.000Z',
      language: 'en',
    });
  });

  it('reads authors and dates from meta tags when there is no JSON-LD', () => {
    const head =
      '<meta name="author" content="Ada Birch and Carl Dune"><meta property="article:published_time" content="2025-11-03T08:15:00Z">';
    expect(readArticle(page({ head }), URL)).toMatchObject({ byline: ['Ada Birch', 'Carl Dune'], publishedAt: '2025-11-03T08:15:00.000Z' });
  });

  it('reads the byline and the date that only readers see', () => {
    const before =
      '<p class="byline">By <a href="/author/ada-birch">Ada Birch</a></p><span class="publish-date">November 3, 2025 at 4:05 p.m. EST</span>';
    expect(readArticle(page({ before }), URL)).toMatchObject({ byline: ['Ada Birch'], publishedAt: '2025-11-03T21:05:00.000Z' });
  });

  it('takes the day from the address when nothing else tells it', () => {
    expect(readArticle(page(), URL).publishedAt).toBe('2025-11-03T00:00:00.000Z');
  });

  it('makes the canonical address absolute', () => {
    const head = '<link rel="canonical" href="/business/2025/11/03/harbour-chips">';
    expect(readArticle(page({ head }), URL).canonicalUrl).toBe('https://news.example.com/business/2025/11/03/harbour-chips');
  });

  it('does not believe a canonical address that is the home page', () => {
    expect(readArticle(page({ head: '<link rel="canonical" href="https://news.example.com/">' }), URL).canonicalUrl).toBe(URL);
  });

  it('cuts the site from a title that only the title tag gives', () => {
    const html =
      '<title>Ferries late again | Example News</title><p>The ferries were late again on Monday, as they were on every day of the week before, the harbour master said.</p>';
    expect(readArticle(html, URL).title).toBe('Ferries late again');
  });

  it('sees the publisher say that the text is not free', () => {
    expect(readArticle(page({ head: linked({ isAccessibleForFree: 'False' }) }), URL).paywalled).toBe(true);
  });

  it('takes a page for free when nobody says otherwise', () => {
    expect(readArticle(page(), URL).paywalled).toBe(false);
  });

  it('keeps the lead that stands between headline and text', () => {
    const before = '<p class="standfirst">The company wants to make power electronics in Scotland from 2028 on, and hopes for help.</p>';
    expect(readArticle(page({ before }), URL).blocks[0]).toBe(
      'The company wants to make power electronics in Scotland from 2028 on, and hopes for help.',
    );
  });

  it('takes the text from JSON-LD when the page shows only its beginning', () => {
    const articleBody =
      'First paragraph of the whole text, with $5 billion in it and a good many words besides.\nSecond paragraph of it, which is not on the page at all.';
    const html = page({ head: linked({ articleBody }), body: '<p>First paragraph.</p>' });
    expect(readArticle(html, URL).blocks).toEqual(articleBody.split('\n'));
  });

  it('gives the description where a script draws the text', () => {
    const html =
      '<title>x</title><meta name="description" content="Harbour Chips builds a plant."><div id="root"></div><script>draw()</script>';
    expect(readArticle(html, URL).blocks).toEqual(['Harbour Chips builds a plant.']);
  });

  it('stops where the related articles begin', () => {
    const body = `${BODY}<h3>You may also like</h3><p>A teaser about something else entirely, long enough to be taken for a paragraph of the article itself.</p>`;
    expect(readArticle(page({ body }), URL).text).not.toContain('teaser');
  });

  it('reads elements nested ten thousand deep without failing', () => {
    const html = `${'<div>'.repeat(10_000)}<p>deep</p>${'</div>'.repeat(10_000)}`;
    expect(() => readArticle(html, URL)).not.toThrow();
  });

  it('reads thousands of elements that stand under none', () => {
    const html = Array.from(
      { length: 5000 },
      (_, index) => `<p>Paragraph ${index} of a page without a body, long enough to be taken for a paragraph of its text.</p>`,
    ).join('');
    expect(readArticle(html, URL).blocks).toHaveLength(5000);
  });

  it.each([
    [
      'an advert',
      {
        after:
          '<div class="ad-slot"><p>Buy the finest umbrellas in all of Scotland, now for only £9.99 each, while they last in our shops.</p></div>',
      },
    ],
    [
      'other related stories',
      {
        before:
          '<aside class="related-stories"><p>A story of this morning that has nothing to do with this one, and a long teaser of it.</p></aside>',
      },
    ],
    ['how long ago it was', { before: '<time class="timestamp">5 minutes ago</time>' }],
    ['how often it was shared', { before: '<div class="share-bar">1,207 shares</div>' }],
    ['a count of comments', { body: `${BODY}<p>38 comments</p>` }],
    [
      'a call to subscribe',
      {
        body: `${BODY}<div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story about power electronics again.</p></div>`,
      },
    ],
    ['a script', { head: '<script>window.visit = 123456</script>' }],
  ])('reads the same text when a page comes with %s', (_, change) => {
    expect(readArticle(page(change), URL).text).toBe(readArticle(page(), URL).text);
  });

  it('reads another text when one number of it changed', () => {
    const body = BODY.replace('14 million modules last', '15 million modules last');
    expect(readArticle(page({ body }), URL).text).not.toBe(readArticle(page(), URL).text);
  });

  it.each([
    ['a hundred thousand elements in each other', `${'<div>'.repeat(1e5)}${BODY}${'</div>'.repeat(1e5)}`],
    ['tags that are never closed', `${'<table><tr><td>'.repeat(1e5)}${BODY}`],
    ['a million attributes', `<div ${Array.from({ length: 1e6 }, (_, index) => `a${index}=1`).join(' ')}>${BODY}</div>`],
    ['very many metadata', `${'<meta name="author" content="Ada Birch">'.repeat(1e5)}${BODY}`],
    ['very many scripts', `${'<script>var a = "</div>";</script>'.repeat(1e5)}${BODY}`],
    ['data nested without end', `<script type="application/ld+json">${'['.repeat(1e5)}</script>${BODY}`],
    ['ten million letters in one word', `<article><p>${'x'.repeat(1e7)}</p>${BODY}</article>`],
  ])('finds the text of a page made to be slow: %s', (_, html) => {
    expect(readArticle(html, URL).text).toContain('The plant will employ about 1,200 people');
  });

  it('never throws, whatever the page', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<table><tr>',
      '<td>',
      '<script type="application/ld+json">',
      '</script>',
      '{"@type":"NewsArticle","author":',
      '<meta name=author content=',
      '<h1>',
      '<a href=',
      '"',
      '&#0;',
      '<!--',
      'word ',
      '$5bn ',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        const article = readArticle(parts.join(''), URL);
        return article.text === article.blocks.join('\n\n');
      }),
    );
  });
});

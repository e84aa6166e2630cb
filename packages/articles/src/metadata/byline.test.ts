import { describe, expect, it } from 'vitest';
import { readArticle } from '../readArticle.ts';

const URL = 'https://news.example.com/story';
const linked = (...nodes: object[]) => `<script type="application/ld+json">${JSON.stringify(nodes)}</script>`;
const bylineOf = (html: string) => readArticle(`<h1>Ferries late again</h1>${html}`, URL).byline;

describe('the byline', () => {
  it.each([
    ['By Ada Birch and Carl Dune', ['Ada Birch', 'Carl Dune']],
    ['Von Ada Birch und Carl Dune', ['Ada Birch', 'Carl Dune']],
    ['Par Ada Birch et Carl Dune', ['Ada Birch', 'Carl Dune']],
    ['Por Ada Birch y Carl Dune', ['Ada Birch', 'Carl Dune']],
    ['Ada Birch, Carl Dune & Eve Fern', ['Ada Birch', 'Carl Dune', 'Eve Fern']],
    ['By Ada Birch in Leith', ['Ada Birch']],
    ['Pressemitteilung von Ada Birch', ['Ada Birch']],
    ['Interview: Ada Birch', ['Ada Birch']],
    ['Eingestellt von Ada Birch', ['Ada Birch']],
    ['Submitted by Ada Birch', ['Ada Birch']],
    ['Ada Birch | Business Editor', ['Ada Birch']],
    ['VON ADA BIRCH am 21. April 2020', ['ADA BIRCH']],
    ['Ada Birch @adabirch', ['Ada Birch']],
    ['Ada Birch; ada birch', ['Ada Birch']],
    ['Redaktion', ['Redaktion']],
    ['Ada Birch / Redaktion', ['Ada Birch']],
    ['Reuters', ['Reuters']],
    ['dpa/AFP', ['dpa', 'AFP']],
    ['admin', []],
    ['https://social.example/ada', []],
  ])('names who wrote it where the metadata say "%s"', (content, names) => {
    expect(bylineOf(`<meta name="author" content="${content}">`)).toEqual(names);
  });

  it('follows a reference to the person that another node describes', () => {
    const html = linked(
      { '@type': 'WebPage', author: { '@id': '#ada' } },
      { '@type': 'Person', '@id': '#ada', name: 'Ada Birch' },
      { '@type': 'Comment', author: { name: 'Reader One' } },
    );
    expect(bylineOf(html)).toEqual(['Ada Birch']);
  });

  it('does not take the authors of other articles that the page lists', () => {
    const html = linked(
      { '@type': 'NewsArticle', headline: 'Ferries late again', author: { name: 'Ada Birch' } },
      { '@type': 'NewsArticle', headline: 'Another', author: { name: 'Carl Dune' } },
    );
    expect(bylineOf(html)).toEqual(['Ada Birch']);
  });

  it('prefers a person to the paper', () => {
    const html = `${linked({ '@type': 'NewsArticle', author: { name: 'Example News' }, publisher: { name: 'Example News' } })}
      <p class="byline">By Ada Birch</p>`;
    expect(bylineOf(html)).toEqual(['Ada Birch']);
  });

  it('names the paper when nobody else is named', () => {
    expect(bylineOf(linked({ '@type': 'NewsArticle', author: 'Example News', publisher: { name: 'Example News' } }))).toEqual([
      'Example News',
    ]);
  });

  it.each([
    ['a link to the author', '<a rel="author" href="/people/1">Paddy</a>', ['Paddy']],
    ['microdata', '<span itemprop="author" itemscope><span itemprop="name">Ada Birch</span></span>', ['Ada Birch']],
    ['the name of a user', '<div class="submitted">Submitted by <span class="username">ada</span></div>', ['ada']],
    ["a link to one of the paper's people", '<a href="/staff/ada-birch">Ada Birch</a>', ['Ada Birch']],
    ['an id', '<div id="byline">Ada Birch</div>', ['Ada Birch']],
    ['nothing of a link that is no name', '<a href="/company/profile/">More about us</a>', []],
    ['a class and a lead-in', '<span class="byline">by IWB</span>', ['IWB']],
    [
      'one element for each author',
      '<ul><li><a class="author-name">Ada Birch</a></li><li><a class="author-name">Carl Dune</a></li></ul>',
      ['Ada Birch', 'Carl Dune'],
    ],
    ['a line without markup', '<div>By Ada Birch and Carl Dune</div>', ['Ada Birch', 'Carl Dune']],
    ['nothing but a sentence', '<p>By the time Ada Birch came the ferry was gone.</p>', []],
    [
      'a date in a place for authors',
      '<span class="meta-prep-author">Posted on</span><span class="author vcard">Ada Birch</span>',
      ['Ada Birch'],
    ],
    ['a reader of another name', '<div class="comment"><span class="author">Carl Dune</span></div>', []],
  ])('reads it from the page: %s', (_, html, names) => {
    expect(bylineOf(html)).toEqual(names);
  });

  it('takes the one behind the headline, not those of the stories beside it', () => {
    const html = `<aside class="related"><p class="byline">By Carl Dune</p></aside><h1>Ferries late again</h1><p class="byline">By Ada Birch</p>
      <div class="list"><p class="byline">By Eve Fern</p></div>`;
    expect(readArticle(html, URL).byline).toEqual(['Ada Birch']);
  });
});

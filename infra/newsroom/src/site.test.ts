import { expect, test } from 'vitest';
import { feedOf } from './feeds/feedItem.ts';
import { loadArticles } from './loadArticles.ts';
import { outlets } from './outlets.ts';
import { buildSite } from './site.ts';

const site = buildSite();
const newsrooms = outlets.map((outlet) => ({ outlet, articles: loadArticles(outlet.id) }));
const editions = newsrooms.flatMap(({ articles }) =>
  articles.flatMap((article) => article.editions.map((edition) => ({ article, edition }))),
);

test('every entry of every feed leads to an article', () => {
  const paths = newsrooms.flatMap(({ outlet, articles }) =>
    feedOf(outlet, articles, 'first').items.map(({ path }) => path.slice(0, path.length - outlet.tracking.length)),
  );
  expect(paths.filter((path) => !site.has(path))).toEqual([]);
  expect(paths.length).toBeGreaterThanOrEqual(36);
});

test('every text in windows-1252 fits into it', () => {
  const regional = newsrooms.filter(({ outlet }) => outlet.charset === 'windows-1252').flatMap(({ articles }) => articles);
  const texts = regional.flatMap((article) => article.editions.map(({ title, summary, body }) => title + summary + body));
  expect(texts.filter((text) => /[^\0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u.test(text))).toEqual([]);
});

test('whatever can be read has at least 300 words', () => {
  const short = editions.filter(({ article, edition }) => article.status === 200 && edition.body.split(/\s+/).length < 300);
  expect(short.map(({ article }) => article.slug)).toEqual([]);
});

test('a later edition is newer than the one before', () => {
  const changes = editions.filter(({ edition }) => edition.updatedAt !== null);
  expect(changes.filter(({ edition }) => edition.updatedAt !== null && edition.updatedAt <= edition.publishedAt)).toEqual([]);
  expect(changes).toHaveLength(3);
});

test('every page says that it is sample content', () => {
  const pages = [...site.entries()].flatMap(([path, resource]) =>
    resource.kind === 'document'
      ? resource.editions
          .filter(({ contentType, status }) => contentType.startsWith('text/html') && status !== 410)
          .map(({ render }) => ({ path, html: render('http://localhost').toString('latin1') }))
      : [],
  );
  expect(pages.filter(({ html }) => !html.includes('Sample content written for Newsledger'))).toEqual([]);
  expect(pages.length).toBeGreaterThan(50);
});

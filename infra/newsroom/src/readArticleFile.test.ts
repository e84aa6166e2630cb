import { expect, test } from 'vitest';
import { readArticleFile } from './readArticleFile.ts';

const first = '---\ntitle: One\nbyline: A\nsection: News\nsummary: S\npublished: 2025-01-01T00:00:00Z\n---\nText.\n';

test('a second edition says what changed and inherits the rest', () => {
  const second = '---\ntitle: Two\nupdated: 2025-01-02T00:00:00Z\n---\nOther text.\n';
  const article = readArticleFile('x', first, second);
  expect(article.editions.map(({ title, byline, body }) => [title, byline, body])).toEqual([
    ['One', 'A', 'Text.'],
    ['Two', 'A', 'Other text.'],
  ]);
});

test('a misspelt field is refused, and the message names the file', () => {
  expect(() => readArticleFile('x', first.replace('byline', 'bylin'), null)).toThrow(/x\.md: front matter can't be read at "bylin: A"/);
});

test('a missing field is refused', () => {
  expect(() => readArticleFile('x', first.replace('summary: S\n', ''), null)).toThrow('x.md lacks "summary"');
});

test('a withdrawal needs a reason', () => {
  expect(() => readArticleFile('x', first.replace('section', 'withdrawn: 2025-01-03T00:00:00Z\nsection'), null)).toThrow(
    'x.md lacks "reason"',
  );
});

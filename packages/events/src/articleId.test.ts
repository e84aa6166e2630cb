import { expect, test } from 'vitest';
import { articleIdOf, normaliseUrl } from './articleId.ts';

const spellings = [
  'https://example.com/news/deal?b=2&a=1',
  'https://EXAMPLE.com/news/deal?a=1&b=2',
  'https://example.com:443/news/deal/?a=1&b=2',
  'https://example.com/news/deal?a=1&b=2#comments',
  'https://user:secret@example.com/news/deal?a=1&b=2',
  'https://example.com/news/deal?utm_source=rss&a=1&UTM_Medium=feed&b=2&fbclid=x',
  'https://example.com/news/deal?a=1&b=2&at_medium=RSS&ref=home',
  'https://example.com/news/./x/../deal?a=1&b=2',
];

test.each(spellings)('one article: %s', (spelling) => {
  expect(normaliseUrl(spelling)).toBe('https://example.com/news/deal?a=1&b=2');
  expect(articleIdOf(spelling)).toBe(articleIdOf('https://example.com/news/deal?a=1&b=2'));
});

const others = [
  'https://example.com/news/deal?a=1&b=3',
  'https://example.com/news/Deal?a=1&b=2',
  'https://other.example.com/news/deal?a=1&b=2',
  'https://example.com/news/deal?a=1&b=2&page=2',
  'https://example.com/news/deal?a=1&b=2&preference=x',
];

test.each(others)('another article: %s', (other) => {
  expect(articleIdOf(other)).not.toBe(articleIdOf('https://example.com/news/deal?a=1&b=2'));
});

test.each(spellings)('normalising a normal address changes nothing: %s', (spelling) => {
  expect(normaliseUrl(normaliseUrl(spelling))).toBe(normaliseUrl(spelling));
});

test('the root keeps its slash', () => {
  expect(normaliseUrl('https://example.com')).toBe('https://example.com/');
});

test.each(['', 'news', '/news', 'ftp://example.com/x', 'javascript:alert(1)'])('"%s" is no address of an article', (address) => {
  expect(() => normaliseUrl(address)).toThrow(TypeError);
});

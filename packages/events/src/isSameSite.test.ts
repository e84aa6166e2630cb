import { expect, test } from 'vitest';
import { isSameSite } from './isSameSite.ts';

test.each([
  ['https://m.example.co.uk/a', 'https://www.example.co.uk/b', true],
  ['https://example.co.uk/a', 'https://other.co.uk/a', false],
  ['https://a.github.io/a', 'https://b.github.io/a', false],
  ['http://127.0.0.1:4000/a', 'http://127.0.0.1:4000/b', false],
  ['http://intranet/a', 'http://intranet/b', false],
])('%s and %s', (a, b, same) => {
  expect(isSameSite(a, b)).toBe(same);
});

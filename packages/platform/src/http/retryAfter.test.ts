import { expect, test } from 'vitest';
import { parseRetryAfter } from './retryAfter.ts';

const now = Date.parse('2025-11-03T10:00:00Z');

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Mon, 03 Nov 2025 10:01:00 GMT', 60_000],
  ['Monday, 03-Nov-25 10:01:00 GMT', 60_000],
  ['Mon, 03 Nov 2025 09:00:00 GMT', 0],
  ['9999999999', 86_400_000],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('Retry-After "%s" is %s ms', (value, expected) => {
  expect(parseRetryAfter(value, now)).toBe(expected);
});

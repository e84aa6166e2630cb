import { expect, it } from 'vitest';
import { csvCasts } from './csvCasts.ts';

it('keeps spreadsheets from running what the news says', () => {
  expect(['=1+1', '+1', '@SUM(A1)', '-1', '38'].map(csvCasts.string)).toEqual(["'=1+1", "'+1", "'@SUM(A1)", '-1', '38']);
});

it('writes times in UTC and lists as JSON', () => {
  expect(csvCasts.date(new Date('2025-11-03T15:00:00+01:00'))).toBe('2025-11-03T14:00:00.000Z');
  expect(csvCasts.object(['a', 'b'])).toBe('["a","b"]');
  expect(csvCasts.boolean(false)).toBe('false');
});

import { expect, test } from 'vitest';
import { chooseEdition } from './chooseEdition.ts';
import type { ResourceEdition } from './resource.ts';

const edition = (etag: string | null, day: number | null, status: ResourceEdition['status'] = 200): ResourceEdition => ({
  status,
  etag,
  lastModified: day === null ? null : new Date(Date.UTC(2025, 0, day)).toUTCString(),
  contentType: 'text/html',
  render: () => Buffer.from(''),
});
const [one, two, gone] = [edition('W/"1"', 1), edition('W/"2"', 2), edition(null, null, 410)];

test('no validator: the first edition', () => {
  expect(chooseEdition([one, two], {})).toEqual({ send: one });
});

test('an unknown entity tag: the first edition', () => {
  expect(chooseEdition([one, two], { 'if-none-match': '"0"' })).toEqual({ send: one });
});

test('entity tags are compared weakly, and the latest that is named counts', () => {
  expect(chooseEdition([one, two], { 'if-none-match': '"1"' })).toEqual({ send: two });
  expect(chooseEdition([one, two], { 'if-none-match': '"1", W/"2"' })).toEqual({ notModified: two });
});

test('an entity tag goes before a date', () => {
  expect(chooseEdition([one, two], { 'if-none-match': '"1"', 'if-modified-since': two.lastModified ?? '' })).toEqual({ send: two });
});

test('a date on or after an edition names it', () => {
  expect(chooseEdition([one, two], { 'if-modified-since': one.lastModified ?? '' })).toEqual({ send: two });
  expect(chooseEdition([one, two], { 'if-modified-since': 'Fri, 03 Jan 2025 00:00:00 GMT' })).toEqual({ notModified: two });
});

test('what is gone stays gone', () => {
  expect(chooseEdition([one, gone], { 'if-none-match': '"1"' })).toEqual({ send: gone });
  expect(chooseEdition([one, gone], { 'if-none-match': '*' })).toEqual({ send: gone });
});

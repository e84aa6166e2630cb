import { expect, test } from 'vitest';
import { fairPart } from './fairPart.ts';

test('whoever is alone may hold all, and who is not there none', () => {
  expect(fairPart(6, [4711], 4711)).toBe(6);
  expect(fairPart(6, [4711], 815)).toBe(0);
});

test.each([
  { shares: 6, members: [30, 10, 20], parts: [2, 2, 2] },
  { shares: 6, members: [40, 10, 30, 20], parts: [1, 2, 1, 2] },
  { shares: 7, members: [5, 9], parts: [4, 3] },
  { shares: 2, members: [3, 1, 2], parts: [0, 1, 1] },
])('$members.length processes divide $shares shares, the first of them by their numbers one more', ({ shares, members, parts }) => {
  expect(members.map((own) => fairPart(shares, members, own))).toEqual(parts);
});

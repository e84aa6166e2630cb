import { expect, test } from 'vitest';
import { type Decision, layOut } from './choices.ts';

const RIGHT = 7;

/** A decision between a right candidate and one that has features of its own. */
const between = (...others: number[]): Decision => ({
  candidates: [
    { ids: [RIGHT], right: true },
    { ids: others, right: false },
  ],
});

test('features of fewer decisions than asked are left out, however often one decision has them', () => {
  const { ids, columns } = layOut([between(1, 1, 2), between(2, 3)], 2);
  expect([...ids]).toEqual([RIGHT, 2]);
  expect([...columns]).toEqual([0, 1, 0, 1]);
});

test('decisions without a right or without a wrong candidate teach nothing', () => {
  const { decisions, weight } = layOut([
    { candidates: [{ ids: [1], right: false }] },
    between(1),
    { candidates: [{ ids: [1], right: true }] },
  ]);
  expect([...decisions]).toEqual([0, 2]);
  expect(weight).toHaveLength(1);
});

test('hashes that fall on one another in the table keep columns of their own, while it grows', () => {
  const hashes = Array.from({ length: 100_000 }, (_, i) => Math.imul(i, 1 << 16) + (i >>> 16));
  const { ids, columns } = layOut([between(...hashes), between(...hashes)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...columns.slice(1, hashes.length + 1)].map((column) => ids[column])).toEqual(hashes.map((hash) => hash | 0));
});

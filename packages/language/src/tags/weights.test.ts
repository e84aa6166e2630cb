import { describe, expect, it } from 'vitest';
import { TAGS } from './tag.ts';
import { bestTag, decodeWeights, encodeWeights, Weights } from './weights.ts';

const row = (key: number, set: Readonly<Record<number, number>>) => ({ key, weights: TAGS.map((_, tag) => set[tag] ?? 0) });

describe('the file of weights', () => {
  it('gives back what was written, in the order of the keys', () => {
    const rows = [row(0, { 0: 1 }), row(130, { 3: -127, 23: 127 }), row(0xffffff, { 7: 5 })];
    expect(decodeWeights(encodeWeights(rows.toReversed()))).toEqual(rows);
  });

  it('holds nothing when nothing was learned', () => {
    expect(decodeWeights(encodeWeights([]))).toEqual([]);
  });
});

describe('weights at work', () => {
  const weights = new Weights([row(5, { 2: 4 }), row(9, { 1: 3, 2: -2 })]);
  const best = (...features: number[]) => {
    const scores = new Int32Array(TAGS.length);
    weights.add(features, scores);
    return bestTag(scores);
  };

  it('adds what the features say', () => {
    expect(best(5 << 8, 9 << 8)).toBe(1);
    expect(best(5 << 8)).toBe(2);
  });

  it('passes over features that it never learned', () => {
    expect(best(5 << 8, 6 << 8, -1)).toBe(2);
    expect(best(6 << 8)).toBe(0);
  });
});

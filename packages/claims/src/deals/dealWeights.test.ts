import { expect, test } from 'vitest';
import { knowingNothing } from './dealModels.ts';
import weights from './dealWeights.json' with { type: 'json' };
import { fittedDealModels } from './dealWeights.ts';

/** Four bytes for a feature's hash and one for its weight. */
const BYTES_A_WEIGHT = 5;

test('the weights of all models for deals are small', () => {
  const bytes = Object.values(weights).reduce((sum, { size }) => sum + size * BYTES_A_WEIGHT, 0);
  expect(bytes).toBeLessThanOrEqual(700 * 1024);
});

test('every model has weights', () => {
  expect(Object.keys(fittedDealModels()).sort()).toEqual(Object.keys(knowingNothing).sort());
  expect(Object.values(weights).filter(({ size }) => size < 100)).toEqual([]);
});

import { expect, it } from 'vitest';
import { createScale } from './scale.ts';

const point = (value: string) => ({ low: value, high: value, value });

it('is linear for amounts of one size and logarithmic for amounts of many', () => {
  expect(createScale([point('10'), point('20'), point('40')]).at('20')).toBeCloseTo(0.05 + 0.3);
  const wide = createScale([point('1'), point('100'), point('10000')]);
  expect(wide.logarithmic).toBe(true);
  expect(wide.at('100')).toBeCloseTo(0.5);
});

it('stays linear where an amount is zero or negative', () => {
  const scale = createScale([point('-1000'), point('1'), point('1000')]);
  expect(scale.logarithmic).toBe(false);
  expect(scale.at('1000')).toBeCloseTo(0.95);
});

it('puts a lone amount into the middle, and leaves open ends out', () => {
  const scale = createScale([{ low: '5', high: null, value: '5' }]);
  expect([scale.min, scale.max, scale.at('5')]).toEqual([5, 5, 0.5]);
});

it('has a place for amounts beyond what a binary number holds', () => {
  expect(createScale([point('1'), point(`1${'0'.repeat(400)}`)]).at('1')).toBe(0.5);
});

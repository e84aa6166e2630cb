import { expect, it } from 'vitest';
import { amountTicks, createAmountScale } from './amountScale.ts';
import { rangeOf } from './neighbourhood.ts';

const point = (value: string) => ({ low: value, high: value, value });
const scaleOf = (...values: readonly string[]) => createAmountScale(rangeOf(values.map(point)));

it('is linear for amounts of one size and logarithmic for amounts of many', () => {
  expect(scaleOf('10', '20', '40').at('20')).toBeCloseTo(0.05 + 0.3);
  const wide = scaleOf('1', '100', '10000');
  expect(wide.logarithmic).toBe(true);
  expect(wide.at('100')).toBeCloseTo(0.5);
});

it('stays linear where an amount is zero or negative', () => {
  const scale = scaleOf('-1000', '1', '1000');
  expect(scale.logarithmic).toBe(false);
  expect(scale.at('1000')).toBeCloseTo(0.95);
});

it('puts a lone amount into the middle, and leaves open ends out', () => {
  const scale = createAmountScale(rangeOf([{ low: '5', high: null, value: '5' }]));
  expect([scale.from, scale.to, scale.at('5')]).toEqual([5, 5, 0.5]);
});

it('has a place for amounts beyond what a binary number holds', () => {
  expect(scaleOf('1', `1${'0'.repeat(400)}`).at('1')).toBe(0.5);
});

it.each([
  ['below a linear scale', scaleOf('10', '20'), '1', -Infinity, 0],
  ['above it', scaleOf('10', '20'), '90', 1, Infinity],
  ['below a logarithmic scale', scaleOf('1', '1000'), '-3', -Infinity, 0],
  ['below a lone amount', scaleOf('5'), '4', -Infinity, 0],
  ['above a lone amount', scaleOf('5'), '6', 1, Infinity],
])('places what lies %s outside', (_where, scale, amount, above, below) => {
  expect(scale.at(amount)).toBeGreaterThan(above);
  expect(scale.at(amount)).toBeLessThan(below);
});

it.each([
  [
    [37.5e9, 38.5e9],
    [37.5e9, 37.75e9, 38e9, 38.25e9, 38.5e9],
  ],
  [
    [-10, 32],
    [0, 20],
  ],
  [
    [0.1, 0.3],
    [0.1, 0.15, 0.2, 0.25, 0.3],
  ],
  [[7, 7], [7]],
])('reads the linear scale over %j off at %j', ([from = 0, to = 0], ticks) => {
  expect(amountTicks({ from, to, logarithmic: false })).toEqual(ticks);
});

it('reads a logarithmic scale off at powers of ten, however many there are', () => {
  expect(amountTicks({ from: 20, to: 30_000, logarithmic: true })).toEqual([100, 1000, 10_000]);
  expect(amountTicks({ from: 1, to: 1e12, logarithmic: true })).toEqual([1, 1e3, 1e6, 1e9, 1e12]);
});

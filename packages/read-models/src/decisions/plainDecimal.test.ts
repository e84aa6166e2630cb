import { expect, it } from 'vitest';
import { plainDecimal } from './plainDecimal.ts';

it.each([
  ['38bn', '38000000000'],
  ['38,000,000', '38000000'],
  ['1.25 million', '1250000'],
  ['0.1234567 m', '123456.7'],
  ['-0.50', '-0.5'],
  ['-0', '0'],
  ['007', '7'],
  ['1.4tn', '1400000000000'],
])('reads %j as %s', (written, value) => {
  expect(plainDecimal(written)).toBe(value);
});

it.each(['', 'about 5', '$38bn', '1e9', '5 %', '1.'])('does not take %j for a number', (written) => {
  expect(plainDecimal(written)).toBeNull();
});

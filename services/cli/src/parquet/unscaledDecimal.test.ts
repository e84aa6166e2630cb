import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unscaledDecimal } from './unscaledDecimal.ts';

const type = { precision: 38, scale: 12 };

it.each([
  ['38000000000', 38_000_000_000n * 10n ** 12n],
  ['-0.5', -5n * 10n ** 11n],
  ['5.250000000000000', 525n * 10n ** 10n],
  ['0', 0n],
  ['0.000000000001', 1n],
  ['99999999999999999999999999.999999999999', 10n ** 38n - 1n],
])('keeps every digit of %s', (text, unscaled) => {
  expect(unscaledDecimal(text, type)).toBe(unscaled);
});

it.each(['0.0000000000001', '100000000000000000000000000', 'NaN', 'Infinity', ''])('refuses %s rather than to lose a digit', (text) => {
  expect(() => unscaledDecimal(text, type)).toThrow(/does not fit into Parquet.*--format csv or jsonl/);
});

it('gives what one more digit behind the point makes ten times as much', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 11 }), (whole, scale) => {
      const narrow = unscaledDecimal(`${whole}`, { precision: 38, scale });
      expect(unscaledDecimal(`${whole}`, { precision: 38, scale: scale + 1 })).toBe(narrow * 10n);
    }),
  );
});

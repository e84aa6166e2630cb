import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, divide, exact, multiply, parseExact, printExact } from './exact.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -12, max: 12 }))
  .map(([units, exponent]) => exact(units, exponent));

test('a tenth and two tenths are three tenths', () => {
  expect(printExact(add(parseExact('0.1'), parseExact('0.2')))).toBe('0.3');
});

test('a quotient without end keeps fifteen digits, rounded half away from zero', () => {
  expect(printExact(divide(exact(2), exact(3)))).toBe('0.666666666666667');
});

test('a quotient that ends is exact', () => {
  expect(printExact(divide(exact(1), exact(8)))).toBe('0.125');
});

test('what is printed is read back as the same number', () => {
  fc.assert(fc.property(decimals, (value) => compare(parseExact(printExact(value)), value) === 0));
});

test('dividing undoes multiplying', () => {
  fc.assert(
    fc.property(
      decimals,
      fc.integer({ min: 1, max: 9999 }),
      (value, factor) =>
        compare(divide(multiply(value, exact(factor)), exact(factor)), value) === 0 || value.coefficient.toString().length > 15,
    ),
  );
});

const wholes = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

test('sums, products and order are those of big integers, below and beyond 2^53', () => {
  fc.assert(
    fc.property(wholes, wholes, (a, b) => {
      expect(printExact(add(exact(a), exact(b)))).toBe(String(a + b));
      expect(printExact(multiply(exact(a), exact(b)))).toBe(String(a * b));
      expect(Math.sign(compare(exact(a), exact(b)))).toBe(Number(a > b) - Number(a < b));
    }),
  );
});

test('the same number has the same coefficient, whether it came from digits or from a product', () => {
  expect(multiply(exact(3), exact(2n ** 40n))).toEqual(exact(3n * 2n ** 40n));
  expect(parseExact('9007199254740993').coefficient).toBe(9007199254740993n);
  expect(add(exact(2n ** 53n), exact(-1)).coefficient).toBe(2 ** 53 - 1);
});

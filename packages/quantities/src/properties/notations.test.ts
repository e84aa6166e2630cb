import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../index.ts';
import { decimalOf } from '../testing/decimals.ts';
import { abbreviatedScales, money, moneyScales, signs, wordScales } from '../testing/moneyNotations.ts';
import { digits, fewDigits, fewWords, spaces, words } from '../testing/numberNotations.ts';

const RUNS = { numRuns: 1500 };

test('a scale is never dropped: money in every notation is read back whole', () => {
  fc.assert(
    fc.property(money, ({ text, number, exponent, currency }) => {
      expect(scan(`It paid ${text} for it.`)).toMatchObject([
        { text, kind: 'money', unit: currency, value: decimalOf(number.units, exponent - number.decimals) },
      ]);
    }),
    RUNS,
  );
});

test('digits keep their value in every habit of grouping', () => {
  fc.assert(
    fc.property(digits, signs, (number, sign) => {
      expect(scan(`It paid ${sign.text}${number.text} for it.`)).toMatchObject([
        { text: sign.text + number.text, unit: sign.currency, value: decimalOf(number.units, -number.decimals) },
      ]);
    }),
    RUNS,
  );
});

test('numbers in words keep their value', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('chip', 'home', 'employee'), (number, noun) => {
      expect(scan(`It has ${number.text} ${noun}s now.`)).toMatchObject([
        { text: number.text, kind: 'count', unit: noun, value: decimalOf(number.units, 0) },
      ]);
    }),
    RUNS,
  );
});

test('a scale stays with what it counts', () => {
  fc.assert(
    fc.property(
      fc.oneof(fewDigits, fewWords),
      wordScales,
      spaces,
      fc.constantFrom('chip', 'home', 'barrel'),
      (number, scale, gap, noun) => {
        const value = decimalOf(number.units, scale.exponent - number.decimals);
        expect(scan(`It made ${number.text}${scale.text}${gap}${noun}s last year.`)[0]).toMatchObject({ value });
      },
    ),
    RUNS,
  );
});

const measures = fc.constantFrom(
  { text: 'GW', unit: 'W', exponent: 9 },
  { text: 'MWh', unit: 'Wh', exponent: 6 },
  { text: 'TB', unit: 'B', exponent: 12 },
  { text: 'km', unit: 'm', exponent: 3 },
  { text: 'nm', unit: 'm', exponent: -9 },
  { text: '%', unit: '%', exponent: 0 },
  { text: 'per cent', unit: '%', exponent: 0 },
  { text: 'gigawatts', unit: 'W', exponent: 9 },
);

test('a measure keeps its value in its base unit', () => {
  fc.assert(
    fc.property(fewDigits, spaces, measures, (number, gap, measure) => {
      const text = `${number.text}${gap}${measure.text}`;
      expect(scan(`It grew by ${text} then.`)).toMatchObject([
        { text, unit: measure.unit, value: decimalOf(number.units, measure.exponent - number.decimals) },
      ]);
    }),
    RUNS,
  );
});

/** Two numbers, the smaller first. */
const pairs = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 1))
  .map(([low, width, decimals]) => ({
    low: low * 10 ** decimals + decimals,
    high: (low + width) * 10 ** decimals + 2 * decimals,
    decimals,
  }));

test('both ends of a range share the scale and the currency that are written once', () => {
  fc.assert(
    fc.property(
      pairs,
      fc.oneof(wordScales, abbreviatedScales, moneyScales),
      signs,
      fc.constantFrom(
        (low: string, high: string, sign: string) => `${sign}${low}–${high}`,
        (low: string, high: string, sign: string) => `${sign}${low}-${high}`,
        (low: string, high: string, sign: string) => `${sign}${low} to ${sign}${high}`,
        (low: string, high: string, sign: string) => `between ${sign}${low} and ${sign}${high}`,
      ),
      ({ low, high, decimals }, scale, sign, join) => {
        const print = (units: number): string => (units / 10 ** decimals).toFixed(decimals);
        const text = join(print(low), print(high), sign.text) + scale.text;
        expect(scan(`It would pay ${text} for it.`)).toMatchObject([
          {
            hedge: 'range',
            value: null,
            unit: sign.currency,
            low: decimalOf(BigInt(low), scale.exponent - decimals),
            high: decimalOf(BigInt(high), scale.exponent - decimals),
          },
        ]);
      },
    ),
    RUNS,
  );
});

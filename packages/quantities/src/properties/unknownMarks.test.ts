import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Quantity, scan } from '../index.ts';
import { decimalOf } from '../testing/decimals.ts';
import { abbreviatedScales, signs, wordScales } from '../testing/moneyNotations.ts';
import { fewDigits, spaces } from '../testing/numberNotations.ts';
import { currencyRows } from '../units/currencyRows.ts';

/**
 * The law: a suffix or sign that the scanner doesn't know, right at a number, never lets a scaled amount come out as an unscaled one. It
 * is read with its scale, or the amount is left open.
 */
const RUNS = { numRuns: 3000 };

/** Marks that end a number or join it to another, so that a scale behind them may belong to something else. */
const ordinary = new Set([...'.,;:!?…()[]{}<>"\'`´’‘“”„«»‹›/⁄|%％‰°′″×•→$＄﹩¢', ...'-‐‑‒–—―−']);

/** Any sign of the basic plane that is neither a letter, a digit, a space nor ordinary. */
const strangeSigns = fc
  .oneof(
    fc.constantFrom('+', '·', '~', '_', '*', '†', '^', '=', '¤', '№', '‽', '±', '¸', '¨', '⌐', '＋'),
    fc.integer({ min: 0xa1, max: 0x2fff }).map((code) => String.fromCharCode(code)),
  )
  .filter((sign) => /^[\p{P}\p{S}]$/u.test(sign) && !/\p{Sc}/u.test(sign) && !ordinary.has(sign));

/** The unscaled amounts that a text must not be read as. */
function unscaled(text: string, values: readonly string[]): readonly Quantity[] {
  return scan(text).filter(({ kind, value }) => kind !== 'percent' && value !== null && values.includes(value));
}

test('a sign between a number and its scale never takes the scale away', () => {
  fc.assert(
    fc.property(fewDigits, strangeSigns, fc.oneof(wordScales, abbreviatedScales), signs, (number, mark, scale, currency) => {
      const written = [decimalOf(number.units, -number.decimals)];
      expect(unscaled(`It paid ${currency.text}${number.text}${mark}${scale.text} for it.`, written)).toEqual([]);
      expect(unscaled(`It paid ${number.text}${mark}${scale.text} dollars for it.`, written)).toEqual([]);
    }),
    RUNS,
  );
});

test('a sign between digits never leaves the digits before it, or those behind it, as the amount', () => {
  const joining = new Set([...'+=~～≈±&@^\\']);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      strangeSigns.filter((sign) => !joining.has(sign) && sign !== '*' && sign !== '†' && sign !== '‡' && sign !== '§' && sign !== '#'),
      fc.integer({ min: 1, max: 9 }),
      fc.oneof(wordScales, abbreviatedScales),
      signs,
      (whole, mark, part, scale, currency) => {
        const values = [String(whole), decimalOf(BigInt(part), scale.exponent)];
        expect(unscaled(`It paid ${currency.text}${whole}${mark}${part}${scale.text} for it.`, values)).toEqual([]);
      },
    ),
    RUNS,
  );
});

const codes = fc.constantFrom('USD', 'EUR', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'INR', 'CNY');
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

test('a letter before or behind a currency code never leaves the number alone', () => {
  fc.assert(
    fc.property(fewDigits, spaces, letter, codes, (number, gap, prefix, code) => {
      const written = [decimalOf(number.units, -number.decimals)];
      expect(unscaled(`It paid ${number.text}${gap}${prefix}${code} for it.`, written)).toEqual([]);
      expect(unscaled(`It paid ${prefix}${code}${gap}${number.text} for it.`, written)).toEqual([]);
    }),
    RUNS,
  );
});

/** `₩1won`, `$5usd`: the currency named twice is no mark that nobody knows. */
function namesOf(code: string): string[] {
  const names = currencyRows.filter((row) => row.code === code).flatMap((row) => row.names.map((name) => name.replace('*', '')));
  return [code.toLowerCase(), ...names];
}

test('an amount may name its currency twice', () => {
  expect(scan('It paid ₩5won for it.')).toMatchObject([{ text: '₩5won', value: '5', unit: 'KRW' }]);
});

/** What is no scale and tells what a price is for, or is a unit. */
const suffixes = fc.string({ unit: fc.constantFrom(...'abdefgijklmnopqruvwyz'), minLength: 2, maxLength: 6 });

test('letters that touch an amount of money are its scale, or leave it open, unless they tell what the price is for', () => {
  const measuring = new Set(['physical', 'percent', 'duration']);
  const told = new Set(['ea', 'per', 'pp', 'pm', 'pw', 'pa', 'ppl', 'each']);
  fc.assert(
    fc.property(fewDigits, suffixes, signs, (number, suffix, currency) => {
      fc.pre(!told.has(suffix) && !namesOf(currency.currency).includes(suffix));
      const [found] = scan(`It paid ${currency.text}${number.text}${suffix} for it.`);
      const written = decimalOf(number.units, -number.decimals);
      const isUnit = scan(`It has ${number.text}${suffix}, ${number.text} ${suffix}.`).some(({ kind }) => measuring.has(kind));
      const isOtherMoney = found?.unit !== currency.currency;
      expect(isUnit || isOtherMoney || found?.value !== written).toBe(true);
    }),
    RUNS,
  );
});

test('a scale in the code is read before and behind the number', () => {
  const scales = fc.constantFrom<[string, number]>(['k', 3], ['K', 3], ['m', 6], ['M', 6], ['mn', 6], ['bn', 9]);
  fc.assert(
    fc.property(fewDigits, spaces, scales, codes, (number, gap, [prefix, exponent], code) => {
      const value = decimalOf(number.units, exponent - number.decimals);
      for (const word of [prefix + code, code + prefix]) {
        expect(scan(`It paid ${number.text}${gap}${word} for it.`)).toMatchObject([{ value, unit: code }]);
        expect(scan(`It paid ${word}${gap}${number.text} for it.`)).toMatchObject([{ value, unit: code }]);
      }
    }),
    RUNS,
  );
});

import fc from 'fast-check';
import { fewDigits, fewWords, spaces, type WrittenDigits } from './numberNotations.ts';

/** An amount of money as it can be written. */
export interface WrittenMoney {
  readonly text: string;
  readonly number: WrittenDigits;
  /** The scale's power of ten. */
  readonly exponent: number;
  readonly currency: string;
}

export const signs = fc.constantFrom(
  ...[
    ['$', 'USD'],
    ['US$', 'USD'],
    ['€', 'EUR'],
    ['£', 'GBP'],
    ['¥', 'JPY'],
    ['₹', 'INR'],
    ['₩', 'KRW'],
    ['HK$', 'HKD'],
    ['A$', 'AUD'],
    ['C$', 'CAD'],
    ['NT$', 'TWD'],
    ['R$', 'BRL'],
    ['S$', 'SGD'],
  ].map(([text = '', currency = '']) => ({ text, currency })),
);

const codes = fc.constantFrom('USD', 'EUR', 'GBP', 'CNY', 'CHF', 'SEK', 'AUD').map((code) => ({ text: code, currency: code }));

const names = fc.constantFrom(
  ...[
    ['dollars', 'USD'],
    ['US dollars', 'USD'],
    ['euros', 'EUR'],
    ['yen', 'JPY'],
    ['yuan', 'CNY'],
    ['rupees', 'INR'],
    ['pounds sterling', 'GBP'],
    ['Swiss francs', 'CHF'],
    ['Australian dollars', 'AUD'],
  ].map(([text = '', currency = '']) => ({ text, currency })),
);

/** Words that name a power of ten, and short forms of them. Letters alone are a scale only beside a currency. */
const scaleWords: readonly (readonly [text: string, exponent: number])[] = [
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
  ['lakh crore', 12],
];
const shortScales: readonly (readonly [text: string, exponent: number])[] = [
  ['mn', 6],
  ['mln', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
];
const scaleLetters: readonly (readonly [text: string, exponent: number])[] = [
  ['k', 3],
  ['K', 3],
  ['m', 6],
  ['M', 6],
  ['mm', 6],
  ['MM', 6],
  ['b', 9],
  ['B', 9],
  ['t', 12],
  ['T', 12],
];

interface Scale {
  readonly text: string;
  readonly exponent: number;
}

export const wordScales: fc.Arbitrary<Scale> = fc
  .tuple(fc.oneof(spaces, fc.constant('-')), fc.constantFrom(...scaleWords))
  .map(([gap, [text, exponent]]) => ({ text: gap + text, exponent }));
export const abbreviatedScales: fc.Arbitrary<Scale> = fc
  .tuple(fc.oneof(spaces, fc.constant('')), fc.constantFrom(...shortScales))
  .map(([gap, [text, exponent]]) => ({ text: gap + text, exponent }));
const letterScales: fc.Arbitrary<Scale> = fc
  .tuple(fc.oneof(spaces, fc.constant('')), fc.constantFrom(...scaleLetters))
  .map(([gap, [text, exponent]]) => ({ text: gap + text, exponent }));

export const moneyScales = fc.oneof(wordScales, abbreviatedScales, letterScales);

/** `$38bn`, `HK$1.3 trillion`, `USD 5m`, `EUR5 lakh crore`. */
const before: fc.Arbitrary<WrittenMoney> = fc
  .tuple(fc.oneof(signs, codes), fc.oneof(fc.constant(''), spaces), fewDigits, moneyScales)
  .map(([{ text, currency }, gap, number, scale]) => ({
    text: text + gap + number.text + scale.text,
    number,
    exponent: scale.exponent,
    currency,
  }));

/** `38bn euros`, `1.3 trillion USD`, `seven hundred million Swiss francs`. */
const behind: fc.Arbitrary<WrittenMoney> = fc
  .tuple(fc.oneof(fewDigits, fewWords), fc.oneof(wordScales, abbreviatedScales), spaces, fc.oneof(codes, names))
  .filter(([number, scale]) => /^\d/.test(number.text) || scale.text.length > ' tn'.length)
  .map(([number, scale, gap, { text, currency }]) => ({
    text: number.text + scale.text + gap + text,
    number,
    exponent: scale.exponent,
    currency,
  }));

export const money = fc.oneof(before, behind);

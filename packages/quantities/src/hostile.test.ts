import { expect, test } from 'vitest';
import { scan, scanAll, scanTypedSpans } from './index.ts';

/**
 * Each would take minutes, far beyond any test's time, if a rule looked further than a fixed number of tokens or a character were looked at
 * again for every one before it.
 */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a hundred thousand digits', '7'.repeat(100_000)],
  ['a hundred thousand digits with a point after each', '7.'.repeat(100_000)],
  ['nested parentheses', '('.repeat(100_000) + ')'.repeat(100_000)],
  ['nested parentheses around a number', `${'('.repeat(100_000)}5${')'.repeat(100_000)}`],
  ['numbers in nested parentheses', '(5 '.repeat(20_000)],
  ['a million dollar signs', '$'.repeat(1_000_000)],
  ['a million hyphens', '-'.repeat(1_000_000)],
  ['a million words that join numbers', 'and '.repeat(300_000)],
  ['numbers and nothing else', '1 '.repeat(100_000)],
  ['groups of digits without end', '1,000'.repeat(20_000)],
  ['commas between digits', '1,'.repeat(30_000)],
  ['spaced groups of digits', '100 '.repeat(100_000)],
  ['scales upon scales', `1${' thousand'.repeat(50_000)}`],
  ['scales without a number', 'million '.repeat(100_000)],
  ['millions upon millions', 'seven million '.repeat(20_000)],
  ['number words without end', 'twenty-one hundred and '.repeat(20_000)],
  ['a rate per rate', `5 ${'per '.repeat(200_000)}`],
  ['rates of rates', `5 ${'per day '.repeat(100_000)}`],
  ['a phone number without end', '555-'.repeat(30_000)],
  ['a name without end', 'A1-'.repeat(30_000)],
  ['initials without end', 'U.S.'.repeat(100_000)],
  ['apostrophes without end', "a'".repeat(200_000)],
  ['a sum without end', 'two and '.repeat(30_000)],
  ['ranges of ranges', '1 to '.repeat(30_000)],
  ['fractions of fractions', '1/2/'.repeat(30_000)],
  ['tolerances of tolerances', '5 ± '.repeat(30_000)],
  ['hedges upon hedges', `${'about up to '.repeat(100_000)}5`],
  ['a phrase of adjectives', `5 ${'large '.repeat(200_000)}homes`],
  ['currencies without numbers', 'US$ EUR Rs '.repeat(50_000)],
  ['parts of parts', '1 hour 2 minutes '.repeat(10_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['paragraphs', '\n\n'.repeat(200_000)],
  ['lone surrogates', '\ud800'.repeat(200_000)],
  ['marks without letters', '\u0301'.repeat(200_000)],
];

test.each(hostile)('%s are read to the end', (_name, text) => {
  const { quantities, typedSpans } = scanAll(text);
  expect([...quantities, ...typedSpans].every(({ start, end }) => start < end && end <= text.length)).toBe(true);
});

test('a run of digits too long for an amount is an identifier', () => {
  expect(scan('7'.repeat(40))).toEqual([]);
  expect(scanTypedSpans('7'.repeat(40))).toMatchObject([{ type: 'identifier', start: 0, end: 40 }]);
});

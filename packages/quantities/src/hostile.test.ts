import { expect, test } from 'vitest';
import { scan, scanTypedSpans } from './index.ts';

/** Each would take minutes if any rule looked further than a fixed number of tokens. */
const hostile: readonly (readonly [name: string, text: string])[] = [
  ['a hundred thousand digits', '7'.repeat(100_000)],
  ['nested parentheses', '('.repeat(100_000) + ')'.repeat(100_000)],
  ['a million dollar signs', '$'.repeat(1_000_000)],
  ['groups of digits without end', '1,000'.repeat(40_000)],
  ['a version number without end', '1.'.repeat(100_000)],
  ['scales upon scales', `1${' thousand'.repeat(50_000)}`],
  ['millions upon millions', 'seven million '.repeat(20_000)],
  ['a phone number without end', '555-'.repeat(50_000)],
  ['a name without end', 'A1-'.repeat(50_000)],
  ['a sum without end', 'two and '.repeat(20_000)],
  ['ranges of ranges', '1 to '.repeat(20_000)],
  ['spaces', ' '.repeat(200_000)],
  ['lone surrogates', '\ud800'.repeat(50_000)],
];

test.each(hostile)('%s are read to the end', (_name, text) => {
  const spans = [...scan(text), ...scanTypedSpans(text)];
  expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
});

test('a run of digits too long for an amount is an identifier', () => {
  expect(scan('7'.repeat(40))).toEqual([]);
  expect(scanTypedSpans('7'.repeat(40))).toMatchObject([{ type: 'identifier', start: 0, end: 40 }]);
});

import { expect, test } from 'vitest';
import { scan, scanAll, scanTypedSpans } from './index.ts';

test('only the kinds asked for are reported', () => {
  const text = 'It paid $5bn for 40% of 3,000 homes.';
  expect(scan(text, { kinds: ['money', 'percent'] }).map((quantity) => quantity.text)).toEqual(['$5bn', '40%']);
});

test('one reading gives quantities and typed spans', () => {
  const text = 'On March 12, 2024, it ordered 500 H100 chips for $12m.';
  expect(scanAll(text)).toEqual({ quantities: scan(text), typedSpans: scanTypedSpans(text) });
});

test('a point is a decimal mark unless the text is said to be Continental', () => {
  expect(scan('about 1.234 tonnes')[0]).toMatchObject({ value: '1234000', unit: 'g' });
  expect(scan('about 1.234 tonnes', { decimalMark: 'comma' })[0]).toMatchObject({ value: '1234000000', unit: 'g' });
});

test('with a decimal comma every habit of grouping is read', () => {
  const values = ['3,5', '1.234,56', '1 234,5', "1'234", '1.234.567', '12'].map(
    (number) => scan(`${number} km`, { decimalMark: 'comma' })[0]?.written.value,
  );
  expect(values).toEqual(['3.5', '1234.56', '1234.5', '1234', '1234567', '12']);
});

test('with a decimal comma a date with points is no amount', () => {
  expect(scan('am 12.03.2024 um', { decimalMark: 'comma' })).toEqual([]);
});

test('with a decimal point a comma before two digits ends the number', () => {
  expect(scan('€ 3,50', { decimalMark: 'auto' })[0]).toMatchObject({ value: '3.5' });
  expect(scan('€ 3,50', { decimalMark: 'point' })[0]).toMatchObject({ text: '€ 3', value: '3' });
});

test.each([undefined, null, 42, ['a'], { text: 'a' }])('%s is refused as no string', (input) => {
  expect(() => Reflect.apply(scan, undefined, [input])).toThrow(TypeError);
  expect(() => Reflect.apply(scanTypedSpans, undefined, [input])).toThrow(/must be a string, but is /);
});

test('an empty text has nothing in it', () => {
  expect(scanAll('')).toEqual({ quantities: [], typedSpans: [] });
});

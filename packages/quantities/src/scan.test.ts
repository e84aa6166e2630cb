import { expect, test } from 'vitest';
import { scan, scanAll } from './index.ts';

const first = (text: string) => scan(text)[0];

test('an amount of money is scaled, with the width of its last digit', () => {
  expect(first('a $38bn deal')).toMatchObject({
    text: '$38bn',
    unit: 'USD',
    hedge: '=',
    value: '38000000000',
    low: '37500000000',
    high: '38500000000',
  });
});

test('a range shares its scale and currency', () => {
  expect(first('between $1.3–1.5 trillion')).toMatchObject({
    hedge: 'range',
    value: null,
    low: '1300000000000',
    high: '1500000000000',
    unit: 'USD',
  });
});

test('nearly stays below the value', () => {
  expect(first('nearly $140bn')).toMatchObject({ hedge: '<~', low: '131600000000', high: '140000000000', highOpen: true });
});

test('about is at least five per cent wide', () => {
  expect(first('about 5% of')).toMatchObject({ hedge: '~', low: '4.5', high: '5.5', unit: '%' });
});

test('a physical unit comes out in its base unit and keeps what was written', () => {
  expect(first('30 GW of power')).toMatchObject({ value: '30000000000', unit: 'W', written: { value: '30', unit: 'GW' } });
});

test('a hyphenated duration is in years', () => {
  expect(first('a 7-year deal')).toMatchObject({ value: '7', unit: 'year', kind: 'duration' });
});

test('eighteen months are one and a half years', () => {
  expect(first('18 months')).toMatchObject({ value: '1.5', unit: 'year', written: { value: '18', unit: 'month' } });
});

test('an order of magnitude has no value and keeps its noun', () => {
  expect(first('hundreds of thousands of Nvidia chips')).toMatchObject({
    hedge: 'order',
    value: null,
    low: '100000',
    high: '1000000',
    unit: 'chip',
  });
});

test('a plus sign is a lower bound', () => {
  expect(first('500,000+ chips')).toMatchObject({ hedge: '>', low: '500000', high: null, unit: 'chip', text: '500,000+' });
});

test('a narrow no-break space is a space', () => {
  expect(first('a $38\u202fbillion deal')).toMatchObject({ text: '$38\u202fbillion', value: '38000000000' });
});

test('the name of the currency behind the amount belongs to it', () => {
  expect(first('38 billion US dollars')).toMatchObject({ text: '38 billion US dollars', value: '38000000000', unit: 'USD' });
});

test('tripled is three times', () => {
  expect(first('profit tripled')).toMatchObject({ value: '3', unit: 'x', change: 'up' });
});

test('the A of an Australian dollar is no article', () => {
  expect(first('between A$1 and A$2bn')).toMatchObject({ hedge: 'range', low: '1000000000', high: '2000000000', unit: 'AUD' });
});

test('a sign that belongs to a name before it is not used twice', () => {
  expect(scanAll('25minus-4bps')).toMatchObject({ quantities: [{ text: '4bps' }], typedSpans: [{ text: '25minus' }] });
});

test.each(['\n', '\n\n', '\u2028', '\u2029', '\u0085', '\f'])('no number goes on behind the end of a line: %j', (end) => {
  expect(scan(`10${end}500,000 `).map(({ text }) => text)).toEqual(['10', '500,000']);
});

import { expect, it } from 'vitest';
import { MarkedTextError, readMarkedTexts } from './markedText.ts';

const TEXT = `title: Harlow Mills lifts outlook
publisher: Tidewater Herald
published: 2012-03-14

Revenue of Harlow Mills fell {7 percent|growth|Harlow Mills|period=2011|down} to {£412 million|revenue|Harlow Mills|period=2011}.
It will open more than {35|sites|Harlow Mills|status=planned|unit=shop} shops and agreed to buy Penrose for {£48 million|deal_value|Harlow Mills|with=Penrose|optional}.
@deal acquisition | acquirer: Harlow Mills, target: Penrose | value: £48 million | status: agreed | quote: It will open more than 35 shops and agreed to buy Penrose for £48 million.
---
published: 2013-01-02

Nothing happened in 2012.
`;

it('reads marks as labels at their places in the text without marks', () => {
  const [text, other] = readMarkedTexts(TEXT, 'practice');
  expect(text).toMatchObject({ id: 'practice/1', title: 'Harlow Mills lifts outlook', publisher: 'Tidewater Herald', fold: 0 });
  expect(text?.figures.map(({ quote, start, end }) => [quote, text.text.slice(start, end)])).toEqual([
    ['7 percent', '7 percent'],
    ['£412 million', '£412 million'],
    ['35', '35'],
    ['£48 million', '£48 million'],
  ]);
  expect(text?.figures).toMatchObject([
    { low: -7, high: -7, unit: '%', measure: 'growth', period: '2011', must: true },
    { low: 412e6, high: 412e6, unit: 'GBP', subject: 'Harlow Mills', status: 'actual' },
    { low: 35, high: null, unit: 'shop', status: 'planned' },
    { counterparty: 'Penrose', must: false },
  ]);
  expect(text?.deals).toMatchObject([{ type: 'acquisition', value_low: 48e6, unit: 'GBP', status: 'agreed' }]);
  expect(other).toMatchObject({ title: null, figures: [], deals: [], fold: 1 });
});

it.each([
  ['{7 percent|grwth|Harlow Mills}', /“grwth” is none of/],
  ['{a good deal|growth|Harlow Mills}', /read as no amount/],
  ['{7 percent|growth|Harlow Mills|status=perhaps}', /“perhaps” is none of/],
  ['7 percent\n@deal acquisition | acquirer: A, target: B | quote: A bought B.', /does not stand in the text/],
  ['7 percent\n@deal acquisition | buyer: A | quote: 7 percent', /“buyer” is none of/],
])('says what is wrong with %j', (body, message) => {
  expect(() => readMarkedTexts(`published: 2012-03-14\n\nRevenue rose ${body}`, 'practice')).toThrow(MarkedTextError);
  expect(() => readMarkedTexts(`published: 2012-03-14\n\nRevenue rose ${body}`, 'practice')).toThrow(message);
});

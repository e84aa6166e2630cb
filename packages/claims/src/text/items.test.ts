import { expect, it } from 'vitest';
import { readDocument } from './readDocument.ts';

const amountsIn = (text: string): string[] =>
  readDocument({ title: '', text, publishedAt: '2024-05-02T00:00:00Z', publisher: null }).sentences.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'quantity' ? [item.text] : [])),
  );

it.each([
  ['Its market value fell by HK$430 billion on Monday.', 'HK$430 billion'],
  ['The service costs NZ$8.99 a month.', 'NZ$8.99'],
  ['Core profit was SEK 1.9 billion.', 'SEK 1.9 billion'],
  ['The mine has costs of US$450 a tonne.', 'US$450'],
  ['Turnover was R19.6bn.', 'R19.6bn'],
])('takes the letters of a currency for no name: %s', (text, amount) => {
  expect(amountsIn(text)).toEqual([amount]);
});

it('takes the number of a product for no amount', () => {
  expect(amountsIn('Boeing delivered its first 787 Dreamliner.')).toEqual([]);
});

import { expect, test } from 'vitest';
import { knowingNothing } from '../deals/dealModels.ts';
import { unpackDealModels } from '../deals/dealWeights.ts';
import { findDeals } from '../deals/findDeals.ts';
import { DealFitter } from './fitDeals.ts';
import { labelledDeals } from './labelledDeals.ts';
import type { LabelledDeal, LabelledText } from './labelledText.ts';

const NAMES =
  'Brindle Stores, Oxbow Foods, Harbour Mills, Ternwick Labs, Ostmark Motors, Northfold Systems, Halden Works, Ravensholt Group'.split(
    ', ',
  );

function labelled(
  id: number,
  text: string,
  deals: readonly Omit<LabelledDeal, 'unit' | 'term_years' | 'announced' | 'quote' | 'tellings'>[],
): LabelledText {
  const telling = { where: 'text', start: 0, end: text.length, full: true } as const;
  return {
    id: String(id),
    title: null,
    text,
    publisher: null,
    published: '2025-05-07',
    fold: id % 2,
    figures: [],
    deals: deals.map((deal) => ({ unit: null, term_years: null, announced: null, quote: text, tellings: [telling], ...deal })),
  };
}

/** Two tellings and two sentences that tell none, for each pair of names. */
const texts = NAMES.flatMap((one, index) => {
  const other = NAMES[(index + 3) % NAMES.length] ?? one;
  const millions = 100 + index;
  const bought = { type: 'acquisition', status: 'agreed', value_low: millions * 1e6, value_high: millions * 1e6 } as const;
  return [
    labelled(index * 4, `${one} agreed to buy ${other} for $${millions} million.`, [
      {
        ...bought,
        parties: [
          { name: one, role: 'acquirer' },
          { name: other, role: 'target' },
        ],
      },
    ]),
    labelled(index * 4 + 1, `${one} will be bought by ${other} for $${millions} million.`, [
      {
        ...bought,
        parties: [
          { name: other, role: 'acquirer' },
          { name: one, role: 'target' },
        ],
      },
    ]),
    labelled(index * 4 + 2, `${one} said that ${other} makes bread for $${millions} million.`, []),
    labelled(index * 4 + 3, `Shoppers buy bread at ${one} and ${other} for $${millions} a year.`, []),
  ];
}).map(labelledDeals);

const weights = new DealFitter(texts).fit([]);
const models = unpackDealModels(weights);

/** What the fitted models find in a text of companies that they never saw. */
const dealsIn = (text: string) =>
  findDeals(labelledDeals(labelled(0, text, [])).reading, models).map(({ type, parties, value }) =>
    [type, ...parties.map(({ role, entity }) => `${role} ${entity}`).sort(), value?.sentence.items[value.at]?.text].join(', '),
  );

test('learns who buys whom for how much, in the active and in the passive', () => {
  expect(dealsIn('Kestrel Rail agreed to buy Millbrook Steel for $900 million.')).toEqual([
    'acquisition, acquirer Kestrel Rail, target Millbrook Steel, $900 million',
  ]);
  expect(dealsIn('Kestrel Rail will be bought by Millbrook Steel for $900 million.')).toEqual([
    'acquisition, acquirer Millbrook Steel, target Kestrel Rail, $900 million',
  ]);
});

test('learns what tells of no deal', () => {
  expect(dealsIn('Shoppers buy bread at Kestrel Rail and Millbrook Steel for $900 a year.')).toEqual([]);
});

test('learns that a buyer and what is bought take part together', () => {
  expect(weights.together.size).toBeGreaterThan(0);
  const { parties } = findDeals(labelledDeals(labelled(0, 'Kestrel Rail agreed to buy Millbrook Steel for $900 million.', [])).reading, {
    ...models,
    cast: knowingNothing.cast,
  })[0] ?? { parties: [] };
  expect(parties.map(({ entity }) => entity).sort()).toEqual(['Kestrel Rail', 'Millbrook Steel']);
});

test('gives the same bytes for the same texts', () => {
  expect(new DealFitter(texts).fit([])).toEqual(weights);
});

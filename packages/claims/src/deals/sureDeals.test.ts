import { expect, test } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import type { ChoiceModel } from '../scores/choiceModel.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { readDocument } from '../text/readDocument.ts';
import { knowingNothing } from './dealModels.ts';
import { dealReadingOf } from './dealReading.ts';
import { fittedDealModels } from './dealWeights.ts';
import { findDeals } from './findDeals.ts';

const ROUND = 'Oxbow Foods raised $40 million from Harbour Capital, Mill Ventures and Tern Partners.';

/** Is sure of a deal of so many parties, and of no other. */
function sureOf(parties: number): ChoiceModel {
  const bag = new FeatureBag();
  bag.add('parties', parties);
  const sum = (ids: readonly number[]): number => (ids.some((id) => bag.ids.includes(id)) ? 1 : 0);
  return { weightOf: () => 0, sum, sumWithin: sum, scale: 10 };
}

/** The deal of a round of which every set of parties is as likely: the likeliest has one of them, the wide one all four. */
function dealOf(certainty: ChoiceModel) {
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text: ROUND, publishedAt: null, publisher: null })));
  const [deal] = findDeals(reading, { ...fittedDealModels(), together: knowingNothing.together, certainty });
  return { certainty: deal?.certainty, parties: deal?.parties.length };
}

test('a deal that is sure with the likeliest parties alone names these, and takes part in the tables', () => {
  const deal = dealOf(sureOf(1));
  expect(deal.parties).toBe(1);
  expect(deal.certainty).toBeGreaterThan(0.99);
});

test('one that would only be sure with everybody who may be a party names all of them, and stays out of the tables', () => {
  expect(dealOf(sureOf(4))).toEqual({ certainty: 0.64, parties: 4 });
});

import { expect, test } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import type { ChoiceModel } from '../scores/choiceModel.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { readDocument } from '../text/readDocument.ts';
import { castOf } from './castDeal.ts';
import { type DealModels, knowingNothing } from './dealModels.ts';
import { dealReadingOf } from './dealReading.ts';
import { fittedDealModels } from './dealWeights.ts';
import { dealsOfTellings } from './findDeals.ts';
import { findTellings } from './findTellings.ts';

/** Who takes part in the first deal of a text. */
function castIn(text: string, change: Partial<DealModels> = {}) {
  const models = { ...fittedDealModels(), ...change };
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text, publishedAt: null, publisher: null })));
  const [deal] = dealsOfTellings(findTellings(reading, models), models);
  if (deal === undefined) throw new Error('no deal was found');
  return castOf(deal.parties, deal.type, deal.places, models);
}

const named = (members: readonly { readonly party: { readonly candidate: { readonly entity: string } } }[]): string[] =>
  members.map(({ party }) => party.candidate.entity).sort();

/** A model that knows one feature. */
function liking(add: (bag: FeatureBag) => void): ChoiceModel {
  const bag = new FeatureBag();
  add(bag);
  const weightOf = (id: number): number => (bag.ids.includes(id) ? 1 : 0);
  return { weightOf, sum: (ids) => ids.reduce((sum, id) => sum + weightOf(id), 0), sumWithin: () => 0, scale: 10 };
}

const ROUND = 'Oxbow Foods raised $40 million from Harbour Capital, Mill Ventures and Tern Partners.';

test('all investors of a list take part, and whom they invest in', () => {
  expect(named(castIn(ROUND).likeliest.members)).toEqual(['Harbour Capital', 'Mill Ventures', 'Oxbow Foods', 'Tern Partners']);
});

test('of investors in a list none becomes whom they invest in', () => {
  const { likeliest } = castIn('Harbour Capital and Mill Ventures invested $40 million in Oxbow Foods.');
  const roles = likeliest.members.map(({ party, role }) => `${party.candidate.entity} ${role}`);
  expect(roles).toEqual(expect.arrayContaining(['Harbour Capital investor', 'Mill Ventures investor']));
});

test('a bidder who lost takes no part', () => {
  const { likeliest } = castIn('Brindle Stores agreed to buy Oxbow Foods for $3 billion. Kestrel Group had offered $2 billion in May.');
  expect(named(likeliest.members)).toEqual(['Brindle Stores', 'Oxbow Foods']);
});

test('sets are chosen as wholes: a model that likes two parties chooses two of four, whoever they are', () => {
  const cast = castIn(ROUND, { together: liking((bag) => bag.add('size', 2)) });
  expect(cast.likeliest.members).toHaveLength(2);
});

test('who knows nothing holds every set of four for as likely, so each is a party by half', () => {
  const { likeliest, members } = castIn(ROUND, { together: knowingNothing.together });
  expect(members).toHaveLength(4);
  for (const { chance } of members) expect(chance).toBeCloseTo(8 / 15, 10);
  expect(likeliest.chance).toBeCloseTo(1 / 15, 10);
});

test('the wide choice names everybody who may be a party, as far as each name is worth it', () => {
  const { likeliest, wide } = castIn(ROUND, { together: knowingNothing.together });
  // All four would surely name all parties, at the cost of three more names.
  expect(wide.allNamed).toBeGreaterThan(likeliest.allNamed);
  expect(named(wide.members)).toEqual(['Harbour Capital', 'Mill Ventures', 'Oxbow Foods', 'Tern Partners']);
  expect(wide.allNamed).toBeCloseTo(1, 10);
});

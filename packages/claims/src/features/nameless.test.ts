import { expect, test } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import { suitorsOf } from '../deals/castDeal.ts';
import { possibleSets } from '../deals/castSets.ts';
import { dealReadingOf } from '../deals/dealReading.ts';
import { rolesOf } from '../deals/dealTypes.ts';
import { fittedDealModels } from '../deals/dealWeights.ts';
import { dealsOfTellings } from '../deals/findDeals.ts';
import { findTellings } from '../deals/findTellings.ts';
import { counterpartyOptions, roleCandidates, speakerOptions, subjectOptions } from '../decisions/roles.ts';
import { statusOptions } from '../decisions/status.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { readDocument } from '../text/readDocument.ts';
import { partyFeatures } from './partyFeatures.ts';
import { tellingFeatures } from './tellingFeatures.ts';

/** What the models know of a text: the features of each sentence, and of everybody's part in what it may tell. */
function featuresOf(text: string): string[] {
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text, publishedAt: null, publisher: null })));
  return reading.sentences.flatMap((place) => {
    const bag = new FeatureBag(true);
    tellingFeatures(place, bag);
    const told = { sentence: place.sentence, signs: place.signs, names: place.keys.size };
    for (const candidate of reading.candidates)
      for (const type of Object.keys(rolesOf) as (keyof typeof rolesOf)[]) partyFeatures(candidate, told, type, bag);
    return bag.names ?? [];
  });
}

const telling = (buyer: string, bought: string) =>
  `${buyer} agreed to buy ${bought} for $3 billion on Monday. Shares of ${bought} rose after ${buyer} announced the takeover.`;

test('no feature holds a name: the same news of other companies has the same features', () => {
  expect(featuresOf(telling('Brindle Motors', 'Oxbow Foods'))).toEqual(featuresOf(telling('Kestrel Motors', 'Fennick Foods')));
});

test('an unknown word in capitals, which may be a name that nobody recognised, shows only that it is one', () => {
  const features = featuresOf('The bakery said Wibbleford would be sold to a rival.');
  expect(features.filter((feature) => /wibble/i.test(feature))).toEqual([]);
});

/** What the models know of the figures of a text: of everybody who may fill their roles, and of how they are told. */
function featuresOfFigures(text: string): string[] {
  const reading = readCandidates(readDocument({ title: '', text, publishedAt: '2025-11-03', publisher: null }));
  return reading.places.flatMap((place) => {
    const candidates = roleCandidates(reading, place, true);
    const subject = candidates[0]?.candidate ?? null;
    return [
      ...subjectOptions(candidates, 'revenue'),
      ...counterpartyOptions(candidates, place, 'revenue', subject, true),
      ...speakerOptions(reading, candidates, place, subject, true),
      ...statusOptions(reading, place, 'revenue', true),
    ].flatMap(({ features, pair, standing = [], shared }) => [features, pair, shared, ...standing].flatMap((bag) => bag?.names ?? []));
  });
}

const told = (company: string, house: string) =>
  `${company} is likely to grow. “Revenue will reach $3 billion next year,” said an analyst at ${house}. According to ${house}, ${company} earned $2 billion.`;

test('nor do features of figures: who is told of by whom changes nothing', () => {
  const features = featuresOfFigures(told('Brindle Motors', 'Oxbow Research'));
  expect(features.length).toBeGreaterThan(500);
  expect(featuresOfFigures(told('Kestrel Motors', 'Fennick Research'))).toEqual(features);
});

/** What the models know of the sets of parties that the deals of a text may have. */
function featuresOfSets(text: string): number[] {
  const models = fittedDealModels();
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text, publishedAt: null, publisher: null })));
  return dealsOfTellings(findTellings(reading, models), models).flatMap(({ type, places, parties }) =>
    possibleSets(suitorsOf(parties, type, models), parties, places, type).flatMap(({ bags }) => bags.flatMap(({ ids }) => ids)),
  );
}

test('nor do features of sets of parties', () => {
  const features = featuresOfSets(telling('Brindle Motors', 'Oxbow Foods'));
  expect(features.length).toBeGreaterThan(100);
  expect(featuresOfSets(telling('Kestrel Motors', 'Fennick Foods'))).toEqual(features);
});

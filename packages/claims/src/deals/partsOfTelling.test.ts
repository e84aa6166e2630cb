import type { DealRole, DealType } from '@newsledger/events';
import { expect, test } from 'vitest';
import { readCandidates } from '../candidates/reading.ts';
import { readDocument } from '../text/readDocument.ts';
import { dealReadingOf } from './dealReading.ts';
import { partsOfTelling } from './partsOfTelling.ts';

/** The parts of a sentence in which each name is sure to play `role`: parties, then amounts. */
function partsOf(text: string, type: DealType, role: DealRole): string[] {
  const reading = dealReadingOf(readCandidates(readDocument({ title: '', text, publishedAt: null, publisher: null })));
  const cast = reading.candidates.map((candidate) => ({
    party: { candidate, roles: [{ role, chance: 0.9 }], chance: 0.9, inside: 1 },
    role,
    chance: 0.9,
  }));
  return partsOfTelling(cast, type, reading.sentences).map(({ members, amounts }) =>
    [...members.map(({ party }) => party.candidate.entity), ...amounts.map(({ quantity }) => quantity.text)].join(', '),
  );
}

const OFFERINGS = 'Brindle Stores plans to raise $400 million in its IPO next week, and Oxbow Foods wants $600 million from its own.';

test('two companies that one sentence brings to market have an offering each, with the amount beside it', () => {
  expect(partsOf(OFFERINGS, 'ipo', 'seller')).toEqual(['Brindle Stores, $400 million', 'Oxbow Foods, $600 million']);
});

test('partners are of one deal, with all amounts', () => {
  expect(partsOf(OFFERINGS, 'partnership', 'partner')).toEqual(['Brindle Stores, Oxbow Foods, $400 million, $600 million']);
});

test('a lone company has one offering', () => {
  expect(partsOf('Brindle Stores plans to raise $400 million in its IPO.', 'ipo', 'seller')).toEqual(['Brindle Stores, $400 million']);
});

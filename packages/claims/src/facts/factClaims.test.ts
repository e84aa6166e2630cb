import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';
import { type StatedFact, withFacts } from './factClaims.ts';

const text =
  'Results\n\nRevenue of Northfold was $1.2 billion in the third quarter.\n\nRevenue | 1,204.5\n\nNet loss | (88)\n\nStaff | 45,000';
const article = { title: 'Results', text, publishedAt: '2025-11-03T10:00:00Z', publisher: null };
const quarter = { entity: 'NORTHFOLD SYSTEMS, INC.', unit: 'USD', from: '2025-07-01', to: '2025-09-30' };
const revenue: StatedFact = { ...quarter, concept: 'us-gaap:Revenues', value: '1204500000', written: ['1,204.5'] };
const loss: StatedFact = { ...quarter, concept: 'us-gaap:NetIncomeLoss', value: '-88000000', written: ['88'] };

const read = (...facts: StatedFact[]) => withFacts(extractClaims(article), text, facts).figures;
const exact = (...facts: StatedFact[]) => read(...facts).filter(({ figure }) => figure.subject === 'Northfold Systems');

test('a fact becomes a figure with its exact value, and its words as evidence', () => {
  expect(exact(revenue)).toMatchObject([
    {
      figure: {
        measure: 'revenue',
        period: { label: '2025-Q3' },
        amount: { value: '1204500000', low: '1204500000', significantDigits: 5 },
      },
      evidence: { quote: '1,204.5', sentence: 'Revenue | 1,204.5' },
    },
  ]);
});

test('a negative profit is a loss', () => {
  expect(exact(revenue, loss).at(-1)).toMatchObject({ figure: { measure: 'loss', definition: 'net', amount: { value: '88000000' } } });
});

test('what the rules read elsewhere stays', () => {
  expect(read(revenue).map(({ evidence }) => evidence.quote)).toEqual(expect.arrayContaining(['$1.2 billion', '1,204.5']));
});

test.each([
  ['a concept that nobody looks up', { ...revenue, concept: 'us-gaap:OtherNoncurrentLiabilities' }],
  ['a fact of nobody', { ...revenue, entity: null }],
  ['a number that people can not see', { ...revenue, written: ['7,777'] }],
  ['a part of a longer number', { ...revenue, written: ['204'] }],
])('%s is left out', (_what, fact) => {
  expect(exact(fact)).toEqual([]);
});

test.each([
  ['2025-01-01', '2025-12-31', '2025'],
  ['2025-09-30', '2025-09-30', '2025-09-30'],
  ['2024-10-01', '2025-09-30', '2024-10-01/2025-09-30'],
])('from %s to %s is %s', (from, to, label) => {
  expect(exact({ ...revenue, from, to })[0]?.figure.period?.label).toBe(label);
});

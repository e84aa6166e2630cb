import { expect, test } from 'vitest';
import { extractClaims } from '../extractClaims.ts';
import { retractions } from './retracted.ts';

const quotesOf = (text: string) =>
  extractClaims({ title: '', text, publishedAt: '2025-11-03T12:00:00Z', publisher: null }).figures.map(({ evidence }) => evidence.quote);

test.each(retractions.map(({ example, amount }) => [example, amount]))('%s claims no %s', (example, amount) => {
  expect(quotesOf(example)).not.toContain(amount);
});

test('what takes its place is claimed', () => {
  expect(
    quotesOf('The contract of Oracle with Fjord Data is worth $38 billion, not $83 billion as an earlier version of this post said.'),
  ).toEqual(['$38 billion']);
});

test.each([['Oracle will spend not only $5 billion on chips.'], ['Oracle paid no less than $5 billion for Fjord Data.']])(
  '%s is a claim',
  (text) => {
    expect(quotesOf(text)).toEqual(['$5 billion']);
  },
);

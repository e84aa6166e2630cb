import { expect, test } from 'vitest';
import { datelineLength, datelines } from './dateline.ts';

test.each(datelines.map(({ example }) => [example]))('%s begins behind its dateline', (example) => {
  expect(example.slice(datelineLength(example))).toBe('Fjord Data rented servers.');
});

test.each([
  ['Amazon Web Services (AWS) - the largest cloud - grew by 20%.'],
  ['OpenAI signed a contract on November 3.'],
  ['Intel — once the largest chipmaker — lost $3 billion.'],
])('%s has none', (sentence) => {
  expect(datelineLength(sentence)).toBe(0);
});

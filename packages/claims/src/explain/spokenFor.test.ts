import { expect, test } from 'vitest';
import { indifferent } from '../scores/choiceModel.ts';
import { spokenFor } from './spokenFor.ts';

const answers = [
  { value: 'cost', key: 'cost', probability: 0.44 },
  { value: 'price', key: 'price', probability: 0.41 },
  { value: 'fine', key: 'fine', probability: 0.15 },
];

test('names the winner and those that it is likelier than', () => {
  expect(spokenFor(answers, [], indifferent, String)).toBe('cost .44, likelier than price .41, fine .15');
});

test('says so where another answer is likelier by itself', () => {
  expect(spokenFor(answers, [], indifferent, String, answers[1])).toBe('price .41, though cost .44 is likelier, likelier than fine .15');
  expect(spokenFor(answers, [], indifferent, String, answers[2])).toBe('fine .15, though cost .44, price .41 are likelier');
});

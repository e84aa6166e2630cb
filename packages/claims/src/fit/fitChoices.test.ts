import { expect, test } from 'vitest';
import { type Decision, layOut } from './choices.ts';
import { fitChoices } from './fitChoices.ts';

const RARE = 1;
const FREQUENT = 2;
const WRONG = 3;

/** Two features that are right as often as each other, one of them in ten times as many decisions. */
const decisions: Decision[] = [RARE, ...Array.from({ length: 10 }, () => FREQUENT)].flatMap((id) =>
  Array.from({ length: 10 }, () => ({
    candidates: [
      { ids: [id], right: true },
      { ids: [WRONG], right: false },
    ],
  })),
);

test('a feature of more decisions gets more weight where all are held to zero alike', () => {
  const weights = fitChoices(layOut(decisions), 5);
  expect(weights.get(FREQUENT)).toBeGreaterThan(weights.get(RARE) ?? 0);
});

test('a penalty may go by the number of decisions: held ten times as strongly, ten times as many decisions give the same weight', () => {
  const weights = fitChoices(layOut(decisions), (number) => number / 2);
  expect(weights.get(FREQUENT)).toBeCloseTo(weights.get(RARE) ?? 0, 3);
});

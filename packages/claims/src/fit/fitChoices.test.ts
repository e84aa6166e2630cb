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
  const weights = fitChoices(layOut(decisions), { penalty: 5 });
  expect(weights.get(FREQUENT)).toBeGreaterThan(weights.get(RARE) ?? 0);
});

test('a penalty may go by the number of decisions: held ten times as strongly, ten times as many decisions give the same weight', () => {
  const weights = fitChoices(layOut(decisions), { penalty: (number) => number / 2 });
  expect(weights.get(FREQUENT)).toBeCloseTo(weights.get(RARE) ?? 0, 3);
});

test('a fit that leaves a fold out learns nothing from its decisions, as if they were not there', () => {
  const inFold = (fold: number, ids: number[]): Decision[] =>
    decisions.slice(0, 30).map(() => ({
      fold,
      candidates: [
        { ids, right: true },
        { ids: [WRONG], right: false },
      ],
    }));
  const kept = inFold(0, [RARE]);
  const weights = fitChoices(layOut([...kept, ...inFold(1, [FREQUENT])]), { penalty: 5, leftOut: [1] });
  expect(weights.get(FREQUENT)).toBe(0);
  expect(weights.get(RARE)).toBe(fitChoices(layOut(kept), { penalty: 5 }).get(RARE));
});

test('the gradient vanishes at the weights that it gives, for rare features as for frequent ones', () => {
  // Of one feature alone: p/2 · w² − n · log σ(w − v), by symmetry v = −w, is least where p · w = n · σ(−2w).
  const penalty = 2;
  const one: Decision = {
    candidates: [
      { ids: [RARE], right: true },
      { ids: [WRONG], right: false },
    ],
  };
  for (const times of [3, 3000]) {
    const weight = fitChoices(layOut(Array.from({ length: times }, () => one)), { penalty }).get(RARE) ?? 0;
    expect(penalty * weight).toBeCloseTo(times / (1 + Math.exp(2 * weight)), 2);
  }
});

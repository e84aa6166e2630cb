import { expect, test } from 'vitest';
import { packModel, unpackModel } from '../scores/choiceModel.ts';
import { type Decision, layOut } from './choices.ts';
import { fitChoices } from './fitChoices.ts';
import { fitPacked } from './fitPacked.ts';

const STRONG = 1;
const FAINT = 2;
const WRONG = 3;

/** A strong sign is nearly always right; a faint one beside it is, too, one time in two hundred. */
const decisions = (withFaint: boolean): Decision[] =>
  Array.from({ length: 400 }, (_, i) => ({
    candidates: [
      { ids: withFaint && i % 200 === 0 ? [STRONG, FAINT] : [STRONG], right: i % 40 !== 1 },
      { ids: [WRONG], right: i % 40 === 1 },
    ],
  }));

test('a weight that is too small to be kept goes, and the others are those of a fit that never knew its feature', () => {
  const packed = fitPacked(layOut(decisions(true)), { penalty: 5 }, 2);
  const model = unpackModel(packed);
  expect(model.weightOf(FAINT)).toBe(0);
  expect(model.weightOf(STRONG)).toBeGreaterThan(0);
  expect(packed).toEqual(fitPacked(layOut(decisions(false)), { penalty: 5 }, 1));
});

test('where features are few, they are fitted once', () => {
  const choices = layOut(decisions(true));
  expect(fitPacked(choices, { penalty: 5 })).toEqual(packModel(fitChoices(choices, { penalty: 5 })));
  expect(fitPacked(choices, { penalty: 5 })).not.toEqual(fitPacked(choices, { penalty: 5 }, 2));
});

test('gives the chances that were met, to a step', () => {
  // 390 of 400 are right: the odds of a right one are 39, which two weights share and their penalty holds below.
  const { weightOf, scale } = unpackModel(fitPacked(layOut(decisions(false)), { penalty: 0.01 }));
  expect((weightOf(STRONG) - weightOf(WRONG)) * scale).toBeCloseTo(Math.log(39), 1);
});

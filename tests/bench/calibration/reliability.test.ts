import { expect, it } from 'vitest';
import { fitConfidence } from './fitConfidence.ts';
import { binsOf, calibrationError } from './reliability.ts';

const said = (confidence: number, rights: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ confidence, right: index < rights }));

it('finds no error where eight in ten of what was said with 0.8 is right', () => {
  expect(calibrationError(binsOf([...said(0.8, 8, 10), ...said(0.35, 7, 20)]))).toBeCloseTo(0, 10);
});

it('weighs each bin by its decisions', () => {
  expect(calibrationError(binsOf([...said(0.9, 5, 10), ...said(0.5, 15, 30)]))).toBeCloseTo(0.1, 10);
});

it('finds the constants again that decisions were drawn from', () => {
  const shareOf = (winning: number, losing: number) => 1 / (1 + Math.exp(-(2 + 0.8 * Math.log(winning) - 2.5 * Math.log1p(losing))));
  const decisions = [1, 2, 3, 4, 5].flatMap((winning) =>
    [0, 1, 2, 3].flatMap((losing) =>
      said(0, Math.round(4000 * shareOf(winning, losing)), 4000).map(({ right }) => ({
        set: 'drawn',
        half: 0 as const,
        confidence: 0,
        right,
        support: { for: winning, against: losing },
      })),
    ),
  );
  const fitted = fitConfidence(decisions);
  expect([fitted.base, fitted.support, fitted.against].map((constant) => Math.round(constant * 10) / 10)).toEqual([2, 0.8, 2.5]);
});

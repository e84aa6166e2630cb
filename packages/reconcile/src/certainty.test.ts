import fc from 'fast-check';
import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import type { KeyClaim } from './keyClaim.ts';
import { isPlaced, ruleOf } from './placed.ts';
import { reconcile } from './reconcile.ts';
import { dealValueKey } from './sampleClaims.ts';

/** By a threshold of these tests' own, whatever the rules' is. */
function decide(claims: readonly KeyClaim[], placedFrom = 0.6) {
  return reconcile(dealValueKey, claims, { placedFrom });
}

/** Two papers that contradict each other, each read with a certainty of its own. */
function contradicting(certaintyOfA: number | null, certaintyOfB: number | null) {
  return decide([said('A', '38.2bn', { certainty: certaintyOfA }), said('B', '83bn', { certainty: certaintyOfB })]);
}

it('lets a claim that is probably misread vote for nothing, and says so', () => {
  const { value, agreement, claimCount, independentSources, verdicts } = contradicting(0.9, 0.4);

  expect({ value, agreement, claimCount, independentSources }).toEqual({
    value: '38200000000',
    agreement: 'single_source',
    claimCount: 1,
    independentSources: 1,
  });
  expect(verdicts[1]).toEqual({
    claimId: 'B 2025-11-03 83bn',
    verdict: 'unplaced',
    reason: 'Perhaps misread: its certainty is 0.4, and claims count from 0.6 on.',
    kind: null,
    originId: null,
  });
});

it('makes no row out of unplaced claims alone', () => {
  const result = decide([said('A', '38bn', { certainty: 0.599 })]);

  expect(result).toMatchObject({ live: false, value: null, claimCount: 0, firstReported: null });
});

it('counts a claim whose extractor estimated nothing as it always did', () => {
  expect(isPlaced(null, 1)).toBe(true);
  expect(contradicting(null, null)).toEqual(contradicting(1, 1));
});

it('places by the threshold that it is told, which is a part of the rule', () => {
  const claims = [said('A', '38bn', { certainty: 0.7 })];

  expect(decide(claims, 0.7)).toMatchObject({ live: true, why: { rule: ruleOf(0.7) } });
  expect(decide(claims, 0.701)).toMatchObject({ live: false, why: { rule: ruleOf(0.701) } });
});

it('prefers, of two witnesses that contradict each other, the one that was read more surely', () => {
  const { value, explanation, why, verdicts } = contradicting(0.8, 0.95);

  expect(value).toBe('83000000000');
  expect(explanation).toBe(
    "83 billion USD: disputed, B against A's 38.2 billion USD; what was read more surely stands (certainty 0.95 against 0.8).",
  );
  expect(why).toMatchObject({
    decidedBy: 'certainty',
    support: { for: 0.95, against: 0.8 },
    origins: [{ certainty: 0.8 }, { certainty: 0.95 }],
  });
  expect(verdicts.map(({ reason }) => reason)).toEqual([
    'What speaks against it was read more surely.',
    'The most precise of what was read most surely.',
  ]);
});

it('says nothing of certainty where it did not decide', () => {
  const { value, explanation, why } = contradicting(0.95, 0.8);

  expect(value).toBe('38200000000');
  expect(explanation).not.toContain('certainty');
  expect(why.decidedBy).toBe('weight');
});

it('disputes what surely read witnesses would have outvoted', () => {
  const witnesses = (certainty: number) => [
    said('A', '38bn', { certainty }),
    said('B', '38bn', { certainty }),
    said('C', '83bn', { certainty: 0.99 }),
  ];

  expect(decide(witnesses(0.99)).agreement).toBe('agreed_with_outlier');
  expect(decide(witnesses(0.65)).agreement).toBe('disputed');
});

it('believes, of two numbers that one article gives for one fact, the one that was read more surely', () => {
  const told = (amount: string, certainty: number) => said('A', amount, { certainty, articleId: 'one article' });

  expect(decide([told('38.2bn', 0.65), told('83bn', 0.97)])).toMatchObject({
    value: '83000000000',
    explanation:
      '83 billion USD: only A says so; what was read more surely stands (certainty 0.97 against 0.65); A also says 38.2 billion USD.',
  });
});

it('is never surer of a lone witness than that it was read right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 600, max: 1000 }), (thousandths) => {
      const { confidence } = decide([said('A', '38bn', { certainty: thousandths / 1000 })]);
      expect(Number(confidence)).toBeLessThanOrEqual(thousandths / 1000);
    }),
  );
});

it('is surer of what two read the same, and less sure the less surely they are read', () => {
  const confidenceAt = (...certainties: number[]) =>
    Number(
      reconcile(
        dealValueKey,
        certainties.map((certainty, index) => said(`S${index}`, '38bn', { certainty })),
      ).confidence,
    );

  expect(confidenceAt(0.8, 0.8)).toBeGreaterThan(confidenceAt(0.8));
  expect(confidenceAt(0.95)).toBeGreaterThan(confidenceAt(0.8));
});

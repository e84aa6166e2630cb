import { expect, it } from 'vitest';
import { type AuditedOutcome, countOutcomes, type Outcome } from './countOutcomes.ts';
import { sourceWeight } from './sourceWeight.ts';

function audited(claimId: string, sourceId: string, outcome: Outcome, day = '2025-11-03'): AuditedOutcome {
  return { claimId, sourceId, measureClass: 'money', outcome, auditedAt: `${day}T00:00:00.000Z` };
}

it('keeps what we misread apart from what a source had wrong', () => {
  const counts = countOutcomes([audited('1', 'a', 'right'), audited('2', 'a', 'wrong_source'), audited('3', 'a', 'wrong_extraction')]);
  expect(counts).toEqual([{ sourceId: 'a', measureClass: 'money', right: 1, wrong: 1, misread: 1 }]);
});

it('counts a claim once, as it was found last, in any order', () => {
  const findings = [audited('1', 'a', 'wrong_source', '2025-11-01'), audited('1', 'a', 'right', '2025-11-02')];
  expect(countOutcomes(findings)).toEqual(countOutcomes(findings.toReversed()));
  expect(countOutcomes(findings)).toMatchObject([{ right: 1, wrong: 0 }]);
});

it('counts measure classes apart and names them in order', () => {
  const counts = countOutcomes([
    { ...audited('1', 'b', 'right'), measureClass: 'percent' },
    audited('2', 'b', 'right'),
    audited('3', 'a', 'right'),
  ]);
  expect(counts.map(({ sourceId, measureClass }) => `${sourceId} ${measureClass}`)).toEqual(['a money', 'b money', 'b percent']);
});

it('weighs a source that nobody audited like one that is as often right as the prior expects', () => {
  expect([sourceWeight(undefined), sourceWeight({ right: 0, wrong: 0 }), sourceWeight({ right: 40, wrong: 10 })]).toEqual([
    1000, 1000, 1000,
  ]);
});

it('gives a proven source more weight and a careless one less, within bounds', () => {
  const weights = [
    { right: 10_000, wrong: 0 },
    { right: 20, wrong: 1 },
    { right: 2, wrong: 3 },
    { right: 0, wrong: 100 },
  ].map(sourceWeight);
  expect(weights).toEqual([2500, 1792, 292, 250]);
});

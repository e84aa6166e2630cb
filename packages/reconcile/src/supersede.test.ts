import { expect, it } from 'vitest';
import { said } from './exampleClaims.ts';
import { scaleClaims } from './interval.ts';
import type { KeyClaim } from './keyClaim.ts';
import { findSuperseded, isGrowingTotal } from './supersede.ts';

/** What replaces what, in words. */
function supersededAmong(claims: readonly KeyClaim[], growing = false): string[] {
  const { intervals } = scaleClaims(claims);
  const standing = intervals.filter(({ claim }) => claim.standing === 'active');
  const revised = intervals.filter(({ claim }) => claim.standing === 'revised');
  const found = [...findSuperseded(standing, revised, growing).values()];
  return found.map(({ interval, by, how }) => `${interval.claim.claimId} by ${by.claim.claimId}: ${how}`).sort();
}

it('knows which totals can only grow', () => {
  expect([
    isGrowingTotal('spending_commitment', 'cumulative'),
    isGrowingTotal('spending_commitment', 'annual_rate'),
    isGrowingTotal('spending_commitment', null),
    isGrowingTotal('revenue', 'cumulative'),
  ]).toEqual([true, false, false, false]);
});

it('lets a correction replace what came before, and the same number without a date with it', () => {
  const claims = [
    said('A', '83bn'),
    said('A', '38bn', { on: '2025-11-05', correctionNote: 'Wrong.' }),
    said('A', '83.0bn', { on: null, articleId: 'undated' }),
  ];
  expect(supersededAmong(claims)).toEqual([
    'A 2025-11-03 83bn by A 2025-11-05 38bn: correction',
    'A null 83.0bn by A 2025-11-05 38bn: copy_of_replaced',
  ]);
});

it('lets a source that quotes a speaker take back only what it quoted', () => {
  const claims = [said('A', '83bn'), said('A', '38bn', { on: '2025-11-05', speaker: 'Somebody' })];
  expect(supersededAmong(claims)).toEqual([]);
});

it('lets a source that prints a wire’s story take back only the wire’s earlier story', () => {
  const wire = { wireCredit: 'Meridian Wire' };
  const claims = [said('A', '83bn'), said('A', '83.0bn', { ...wire, on: '2025-11-04' }), said('A', '38bn', { ...wire, on: '2025-11-05' })];
  expect(supersededAmong(claims)).toEqual(['A 2025-11-04 83.0bn by A 2025-11-05 38bn: restatement']);
});

it('replaces nothing by articles of the same moment', () => {
  expect(supersededAmong([said('A', '83bn', { articleId: '1' }), said('A', '38bn', { articleId: '2' })])).toEqual([]);
});

it('leaves another speaker’s later word to those who quote it', () => {
  const claims = [said('A', '1.0tn', { speaker: 'Somebody' }), said('B', '1.4tn', { speaker: 'Somebody', on: '2025-11-05' })];
  expect(supersededAmong(claims)).toEqual([]);
});

it('does not let a claim without any amount hide the totals before it', () => {
  const claims = [said('A', '300bn', { on: '2025-09-22' }), said('B', '1.4tn'), said('C', 'none', { on: '2025-11-09' })];
  expect(supersededAmong(claims, true)).toEqual(['A 2025-09-22 300bn by B 2025-11-03 1.4tn: later_total']);
});

it('replaces no total by one without a date', () => {
  expect(supersededAmong([said('A', '300bn'), said('B', '1.4tn', { on: null })], true)).toEqual([]);
});

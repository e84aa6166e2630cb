import { expect, it } from 'vitest';
import { dealValueKey } from '../sampleClaims.ts';
import { neighboursOf } from './neighboursOf.ts';

const key = { ...dealValueKey, subject: 'Harrow', counterparty: 'Orrin' };

it('finds what is told between two from either side, where it may be of their deal', () => {
  expect(neighboursOf(key)).toEqual(['["Harrow","deal_value","USD"]', '["Orrin","deal_value","USD"]']);
});

it.each([
  ['it has no other side', { ...key, counterparty: null }],
  ['the other side is one of several investors', { ...key, measure: 'funding_raised' as const }],
  ['no deal has such a measure', { ...key, measure: 'revenue' as const }],
  ['the other side has no name', { ...key, counterparty: 'plant' }],
])('finds it by its subject alone where %s', (_why, lone) => {
  expect(neighboursOf(lone)).toEqual([`["Harrow","${lone.measure}","USD"]`]);
});

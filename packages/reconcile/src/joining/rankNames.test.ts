import { expect, it } from 'vitest';
import { dealValueKey } from '../sampleClaims.ts';
import { rankNames } from './rankNames.ts';
import type { Telling } from './telling.ts';

const amount = { value: '38', low: '37.5', high: '38.5', lowOpen: false, highOpen: false, hedge: '=' as const, significantDigits: 2 };

function toldOf(subject: string, day: string, sources: readonly string[]): Telling {
  return {
    id: subject + day,
    key: { ...dealValueKey, subject },
    figureId: subject,
    amount,
    day,
    about: day,
    family: null,
    sources: new Set(sources),
  };
}

it('ranks a name by what standing articles say, not by an earlier one that says it no more', () => {
  const told = [toldOf('Beta', '2025-11-05', ['post']), toldOf('Beta', '2025-11-01', []), toldOf('Acme', '2025-11-03', ['wire'])];
  expect(
    rankNames(
      told,
      ({ subject }) => subject,
      () => false,
    ),
  ).toEqual(['Acme', 'Beta']);
});

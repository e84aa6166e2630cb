import { expect, test } from 'vitest';
import { organisationNamed, organisations } from './organisations.ts';

test('the list knows at least 1,500 organisations, each once', () => {
  const names = organisations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(1500);
});

test('a row by trait keeps other spellings', () => {
  expect(organisationNamed('Fifth Third')).toMatchObject({ aliases: ['Fifth Third Bancorp'], traits: ['bank'] });
});

test('no parent is missing from the list', () => {
  const missing = organisations.filter(({ parent }) => parent !== null && organisationNamed(parent) === undefined);
  expect(missing.map(({ name }) => name)).toEqual([]);
});

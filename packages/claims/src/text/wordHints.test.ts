import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealStatusRules } from '../deals/triggers.ts';
import { markets } from '../entities/data/descriptions.ts';
import { statusRules } from '../figures/chooseStatus.ts';
import { ACCOUNTS } from '../figures/statusOfFigure.ts';
import { boilerplate } from './boilerplate.ts';
import { hintsOf, tokenise } from './tokens.ts';
import { bitOf } from './wordHints.ts';

/** Texts that a pattern matches, made up from it; the assertions that the maker can't fulfil are left out. */
function textsOf(pattern: RegExp): fc.Arbitrary<string> {
  const source = pattern.source
    .replace(/\(\?<!\\b\(\?:[^()]*\)\(\?:[^()]*\)\? \)/, '')
    .replaceAll('\\b', '')
    .replace(/\(\?![^()]*\)/g, '')
    .replace(/[\^$](?!\))/g, '')
    .replaceAll('\\S+', 'xyz')
    .replaceAll('\\w+', 'xyz');
  return fc.stringMatching(new RegExp(`^(?:${source})$`)).map((text) => text.toLowerCase());
}

describe.each([
  ['status', [...statusRules.map(({ words }) => words), ...ACCOUNTS]],
  ['deal status', dealStatusRules.map(({ words }) => words)],
  ['notice', boilerplate.map(({ words }) => words)],
  ['market', markets.map(([, words]) => words)],
] as const)('a text of the table of %s', (sign, patterns) => {
  test.each(patterns.map((pattern) => [pattern]))('has a word that hints at it: %s', (pattern) => {
    fc.assert(
      fc.property(textsOf(pattern), (text) => {
        fc.pre(pattern.test(text));
        expect(hintsOf(tokenise(text, 0)) & bitOf(sign)).not.toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});

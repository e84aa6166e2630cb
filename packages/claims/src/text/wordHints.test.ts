import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dealStatusRules } from '../deals/dealStatusRules.ts';
import { markets } from '../entities/data/descriptions.ts';
import { statusRules } from '../figures/chooseStatus.ts';
import { boilerplate } from './boilerplate.ts';
import { hintsOf, tokenise } from './tokens.ts';
import { bitOf } from './wordHints.ts';

/** Texts that a pattern matches, made up from it; the assertions that the maker can't fulfil are left out. */
function textsOf(pattern: RegExp): fc.Arbitrary<string> {
  const source = pattern.source
    .replace(/\(\?<!\\b\(\?:[^()]*\)(?:\(\?:[^()]*\)\?)? \)/g, '')
    .replaceAll('\\b', '')
    .replace(/\(\?![^()]*\)/g, '')
    .replace(/[\^$](?!\))/g, '')
    .replaceAll('\\S+', 'xyz')
    .replaceAll('\\w+', 'xyz');
  return fc.stringMatching(new RegExp(`^(?:${source})$`)).map((text) => text.toLowerCase());
}

const tables: readonly (readonly [sign: Parameters<typeof bitOf>[0], pattern: RegExp])[] = [
  ...statusRules.map(({ status, words }) => [status, words] as const),
  ...dealStatusRules.map(({ status, words }) => [status, words] as const),
  ...boilerplate.map(({ words }) => ['notice', words] as const),
  ...markets.map(([, words]) => ['market', words] as const),
];

describe('a text that a row of a table matches', () => {
  test.each(tables)('has a word that is a sign of "%s": %s', (sign, pattern) => {
    fc.assert(
      fc.property(textsOf(pattern), (text) => {
        fc.pre(pattern.test(text));
        expect(hintsOf(tokenise(text, 0)) & bitOf(sign)).not.toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});

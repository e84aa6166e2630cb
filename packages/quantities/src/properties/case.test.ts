import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scan } from '../index.ts';

/** What is written in words: there capitals mean nothing. Symbols are another matter: see below. */
const wordings = fc
  .tuple(
    fc.constantFrom('about ', 'nearly ', 'up to ', 'more than ', 'at least ', 'just over ', 'between two and ', ''),
    fc.constantFrom('38', '1.3', '500,000', 'seven', 'twenty-five', 'two hundred and fifty', 'two and a half', 'half a million'),
    fc.constantFrom(' million', ' billion', ' thousand', ' lakh', ' bn', ' mn', ''),
    fc.constantFrom(' dollars', ' euros', ' per cent', ' years', ' gigawatts', ' swiss francs', ' miles', ' basis points', ' usd'),
    fc.constantFrom('', ' per year', ' a month', ' or more'),
  )
  .map((parts) => `they paid ${parts.join('')} for it.`);

/** A reading without its surface. */
function meaningOf(text: string): unknown {
  return scan(text).map(({ text: _surface, ...meaning }) => meaning);
}

test('capitals change nothing in words', () => {
  fc.assert(
    fc.property(wordings, (text) => {
      const plain = scan(text);
      expect(plain.length).toBeGreaterThan(0);
      expect(meaningOf(text.toUpperCase())).toEqual(meaningOf(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['5 mW', '5 MW', ['0.005 W', '5000000 W']],
  ['5 Mb/s', '5 MB/s', ['5000000 bit', '5000000 B/s']],
  ['a 5 m pole', 'a 5 M pole', ['5 m', '5000000 ']],
])('in symbols they do: %s is not %s', (small, capital, readings) => {
  expect([small, capital].flatMap((text) => scan(text).map(({ value, unit }) => `${value} ${unit}`))).toEqual(readings);
});

test.each([
  ['$5m', '$5M'],
  ['$5k', '$5K'],
  ['$5bn', '$5BN'],
  ['$5b', '$5B'],
  ['500k users', '500K users'],
  ['15 usd', '15 USD'],
])('in scales and codes that nothing else is spelt like they do not: %s is %s', (small, capital) => {
  expect([small, scan(small)[0]?.value, scan(small)[0]?.unit]).toEqual([small, scan(capital)[0]?.value, scan(capital)[0]?.unit]);
});

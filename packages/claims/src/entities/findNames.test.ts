import { expect, test } from 'vitest';
import { tokenise } from '../text/tokens.ts';
import { findNames } from './findNames.ts';

const namesIn = (...sentences: string[]) =>
  findNames(sentences.map((text) => ({ tokens: tokenise(text, 0), hints: 0, headline: false }))).map((mentions) =>
    mentions.map(({ entity, kind }) => `${entity} ${kind}`),
  );

test('a name may hold and open with a word that names nobody alone', () => {
  expect(namesIn('The lender said that First Oxbow Financial and Harbour First Bancorporation would merge.')).toEqual([
    ['First Oxbow Financial organisation', 'Harbour First Bancorporation organisation'],
  ]);
});

test('where a share trades names nobody', () => {
  expect(namesIn('The retailer Brindle Stores (OTC: BRDL) closed two shops.')).toEqual([['Brindle Stores organisation']]);
});

test('a place in front of "-based" is no organisation', () => {
  expect(namesIn('It went to the West Virginia-based grocer Brindle Stores.')).toEqual([['Brindle Stores organisation']]);
});

test('letters in brackets behind the full stop of a legal form stand for the name', () => {
  expect(namesIn('The maker Oxbow Cell Works Ltd. (OCWL) grew.', 'Sales of OCWL rose.')).toEqual([
    ['Oxbow Cell Works organisation', 'Oxbow Cell Works organisation'],
    ['Oxbow Cell Works organisation'],
  ]);
});

test('a single word that opens a sentence is a name when it is coined, or raises money', () => {
  expect(namesIn('LumenGrid makes lamps.', 'Rulezy raised $3 million from friends.', 'Investors raised $3 million.')).toEqual([
    ['LumenGrid organisation'],
    ['Rulezy organisation'],
    [],
  ]);
});

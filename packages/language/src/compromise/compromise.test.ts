import { describe, expect, it } from 'vitest';
import { baseVerb, singular } from './baseForms.ts';
import { kindsOfName } from './kindsOfName.ts';
import { lexicalTag } from './lexicalTag.ts';
import { remembered } from './remembered.ts';

/** What the name may be, in words. */
const kinds = (name: string) => Object.entries(kindsOfName(name)).flatMap(([kind, is]) => (is ? [kind] : []));

describe('what a name is the name of', () => {
  it('knows people by their given names', () => {
    expect(kinds('Andrew Larkfield')).toEqual(['person']);
  });

  it('knows places, and takes a bank of a place for a bank', () => {
    expect(kinds('Ontario')).toEqual(['place']);
    expect(kinds('Bank of Ontario')).toEqual(['organisation']);
  });

  it('knows organisations by the words that they are built of', () => {
    expect(kinds('World Health Organization')).toEqual(['organisation']);
    expect(kinds('James Larkfield Holdings')).toEqual(['organisation']);
  });

  it('knows people of a trade and of a country, and days', () => {
    expect(kinds('Analysts')).toEqual(['plural', 'role']);
    expect(kinds('Canadian')).toContain('demonym');
    expect(kinds('Monday')).toEqual(['date']);
  });

  it('leaves open what a name does not tell', () => {
    expect(kinds('Borealis')).toEqual([]);
    expect(kinds('')).toEqual([]);
  });
});

describe('the base of a word', () => {
  it('is the infinitive of a verb, by the form in which it stands', () => {
    expect([baseVerb('Bought', 'VERB_PAST'), baseVerb('led', 'VERB_PART'), baseVerb('taken', 'VERB_PART')]).toEqual([
      'buy',
      'lead',
      'take',
    ]);
    expect([baseVerb('plunges', 'VERB_PRES'), baseVerb('cutting', 'VERB_ING'), baseVerb('raise', 'VERB_BASE')]).toEqual([
      'plunge',
      'cut',
      'raise',
    ]);
  });

  it('is the singular of a noun', () => {
    expect(['Companies', 'data centres', 'people', 'losses', 'headquarters', 'series', 'share'].map(singular)).toEqual([
      'company',
      'data centre',
      'person',
      'loss',
      'headquarters',
      'series',
      'share',
    ]);
  });
});

describe('the word list', () => {
  it('has inflected verbs, names and places', () => {
    expect(['plunged', 'james', 'canada', 'qzx', 'constructor'].map(lexicalTag)).toEqual(['PastTense', 'MaleName', 'Country', '', '']);
  });
});

describe('remembering answers', () => {
  it('asks once, until too much was asked', () => {
    const asked: string[] = [];
    const answer = remembered(2, (word) => asked.push(word));
    for (const word of ['a', 'a', 'b', 'c', 'a']) answer(word);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});

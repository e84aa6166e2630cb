import { describe, expect, it } from 'vitest';
import { tagWords } from '../tags/tagWords.ts';
import { tokenise } from '../text/tokenise.ts';
import { sketchSentence } from './sketchSentence.ts';

function read(sentence: string) {
  const words = tokenise(sentence).map(({ text }) => text);
  const sketch = sketchSentence(words, tagWords(words));
  const phrase = (i: number) => {
    const span = sketch.phrases[i];
    return span === undefined ? null : words.slice(span.from, span.to).join(' ');
  };
  const of = (text: string) => sketch.phrases.findIndex((_, i) => phrase(i) === text);
  return {
    ...sketch,
    verbWords: sketch.verbs.map(({ from, to }) => words.slice(from, to).join(' ')),
    subjectWords: sketch.subjects.map(phrase),
    prepositionBefore: (text: string) => words[sketch.prepositionOf[of(text)] ?? -1] ?? null,
    verbOver: (text: string) => words[sketch.verbs[sketch.objectOf[of(text)] ?? -1]?.main ?? -1] ?? null,
    wordAt: (word: string) => words.indexOf(word),
  };
}

describe('who does what', () => {
  it('takes the phrase before the verb for its subject, over what stands between commas', () => {
    const { verbWords, subjectWords } = read('Larkfield Energy, a maker of wind turbines, said its quarterly profit rose 12% to $3.4bn.');
    expect(verbWords).toEqual(['said', 'rose']);
    expect(subjectWords).toEqual(['Larkfield Energy', 'its quarterly profit']);
  });

  it('gives a relative clause the phrase that it belongs to, and passes over it for the main verb', () => {
    expect(read('The unit, which makes chips, was sold to a fund.').subjectWords).toEqual(['The unit', 'The unit']);
    expect(read('The company that built the plant will close it.').subjectWords).toEqual(['The company', 'The company']);
  });

  it('passes over what says when', () => {
    expect(read('Acme, whose shares have doubled this year, is in talks.').subjectWords).toEqual(['whose shares', 'Acme']);
  });

  it('does not take the object of a preposition for the subject', () => {
    expect(read('Shares of Acme and Borealis fell sharply.').subjectWords).toEqual(['Shares']);
  });

  it('takes the first of several subjects', () => {
    expect(read('Acme and Borealis bought the land.').subjectWords).toEqual(['Acme']);
  });

  it('lets what follows share the subject', () => {
    expect(read('The bank cut its costs and agreed to sell a unit.').subjectWords).toEqual(['The bank', 'The bank', 'The bank']);
  });

  it('finds the speaker behind the verb', () => {
    expect(read('The market will grow, said Borealis Capital.').subjectWords).toEqual(['The market', 'Borealis Capital']);
  });

  it('has no subject where there is none', () => {
    expect(read('Raised $2bn').subjectWords).toEqual([null]);
    expect(read('').phrases).toEqual([]);
  });
});

describe('what a phrase depends on', () => {
  it('is the preposition before it, also before its owner and over words of degree', () => {
    const { prepositionBefore } = read("The fund paid about $3bn for the bank's bonds, according to people close to the company.");
    expect(prepositionBefore('bonds')).toBe('for');
    expect(prepositionBefore('the company')).toBe('to');
    expect(prepositionBefore('The fund')).toBeNull();
  });

  it('is the verb right before it', () => {
    const { verbOver } = read('Acme did not buy the land but raised about $2bn.');
    expect(verbOver('the land')).toBe('buy');
    expect(verbOver('$ 2bn')).toBe('raised');
    expect(verbOver('Acme')).toBeNull();
  });
});

describe('verb groups', () => {
  it('know the passive, the negative and what has no time', () => {
    const { verbs } = read('The plant was sold, but the land was not bought to build homes.');
    expect(verbs.map(({ passive, negative, finite }) => [passive, negative, finite])).toEqual([
      [true, false, true],
      [true, true, true],
      [false, false, false],
    ]);
  });

  it('know be as the only verb', () => {
    expect(read('Sales were strong.').verbs).toMatchObject([{ copula: true, finite: true, passive: false }]);
  });

  it('say for each word which verb is last before it and which comes next, within its clause', () => {
    const { verbBefore, verbAfter, wordAt } = read('Sales fell in June; profit rose.');
    expect([verbBefore[wordAt('June')], verbAfter[wordAt('Sales')], verbAfter[wordAt('June')], verbBefore[wordAt('profit')]]).toEqual([
      0, 0, -1, -1,
    ]);
  });
});

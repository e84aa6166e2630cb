import { describe, expect, it } from 'vitest';
import { findNames, nameSentence, sketchSentence } from './index.ts';

describe('the example in the README', () => {
  const { words, tags } = nameSentence('Larkfield Energy sold its chip unit to a fund for $3.4bn.');

  it('has these tags', () => {
    expect(tags.join(' ')).toBe('PROPN PROPN VERB_PAST POSS NOUN NOUN ADP DET NOUN ADP SYM NUM PUNCT');
  });

  it('has these phrases, subject and prepositions', () => {
    const sketch = sketchSentence(words, tags);
    expect(sketch.phrases.map(({ from, to }) => words.slice(from, to).join(' '))).toEqual([
      'Larkfield Energy',
      'its chip unit',
      'a fund',
      '$ 3.4bn',
    ]);
    expect(sketch.subjects).toEqual([0]);
    expect(sketch.prepositionOf.map((word) => words[word])).toEqual([undefined, undefined, 'to', 'for']);
  });

  it('folds the names', () => {
    const mentions = findNames(
      ['Harrow Peak Data Centers (NYSE: HPDC) rose.', 'Analysts like Harrow Peak.'].map((text) => nameSentence(text)),
    );
    expect(mentions.map(({ text }) => text)).toEqual(['Harrow Peak Data Centers', 'HPDC', 'Harrow Peak']);
    expect(new Set(mentions.map(({ name }) => name))).toEqual(new Set(['Harrow Peak Data Centers']));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAGS } from '../tags/tag.ts';
import { tagWords } from '../tags/tagWords.ts';
import { tokenise } from '../text/tokenise.ts';
import { nounPhrases } from './nounPhrases.ts';

function phrasesOf(sentence: string): string[] {
  const words = tokenise(sentence).map(({ text }) => text);
  return nounPhrases(words, tagWords(words)).map(({ from, to, head, ...flags }) =>
    [`${words.slice(from, to).join(' ')}:${words[head]}`, ...Object.entries(flags).flatMap(([name, set]) => (set ? [name] : []))].join(' '),
  );
}

describe('noun phrases', () => {
  it('have a head, and say how they open', () => {
    expect(phrasesOf('The company sold a stake in its chip business.')).toEqual([
      'The company:company definite',
      'a stake:stake indefinite',
      'its chip business:business possessive',
    ]);
  });

  it('end at an owner, and begin anew behind it', () => {
    expect(phrasesOf("Larkfield Energy's quarterly profit fell.")).toEqual([
      'Larkfield Energy:Energy proper',
      'quarterly profit:profit possessive',
    ]);
  });

  it('hold the numbers that stand before the noun', () => {
    expect(phrasesOf('They took a 5% stake and 12-month loans of $38bn.')).toEqual([
      'They:They plural pronoun',
      'a 5 % stake:stake indefinite number',
      '12 - month loans:loans plural number',
      '$ 38bn:38bn number',
    ]);
  });

  it('hold participles before the noun, and no verb', () => {
    expect(phrasesOf('The planned merger helped the bank, buying shares.')).toEqual([
      'The planned merger:merger definite',
      'the bank:bank definite',
      'shares:shares plural',
    ]);
  });

  it('lie in order within the sentence, do not overlap, and have their head inside, whatever the tags', () => {
    const word = fc.record({
      text: fc.constantFrom('a', 'the', "'s", '-', '&', ',', '$', '5', 'x', 'which'),
      tag: fc.constantFrom(...TAGS),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (sentence) => {
        const found = nounPhrases(
          sentence.map(({ text }) => text),
          sentence.map(({ tag }) => tag),
        );
        for (const [i, { from, to, head }] of found.entries()) {
          expect(from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0);
          expect(to).toBeLessThanOrEqual(sentence.length);
          expect(head).toBeGreaterThanOrEqual(from);
          expect(head).toBeLessThan(to);
        }
      }),
    );
  });
});

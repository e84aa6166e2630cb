import { describe, expect, it } from 'vitest';
import { tokenise } from '../text/tokenise.ts';
import { tagWords } from './tagWords.ts';

/** The sentence with each word's tag behind it. */
function tagged(sentence: string): string {
  const words = tokenise(sentence).map(({ text }) => text);
  const tags = tagWords(words);
  return words.map((word, i) => `${word}/${tags[i]}`).join(' ');
}

describe('tagging the words of a sentence', () => {
  it('tells names, nouns, verbs and numbers of a report apart', () => {
    expect(tagged('Shares of Larkfield Energy rose 5% because the company raised its forecast.')).toBe(
      'Shares/NOUN_PL of/ADP Larkfield/PROPN Energy/PROPN rose/VERB_PAST 5/NUM %/SYM because/SCONJ the/DET company/NOUN raised/VERB_PAST its/POSS forecast/NOUN ./PUNCT',
    );
  });

  it('gives amounts their tags by rule, whatever stands around', () => {
    expect(tagged('$38bn €1.1mn 5.2% 1990s 4th 12-month')).toBe(
      '$/SYM 38bn/NUM €/SYM 1.1mn/NUM 5.2/NUM %/SYM 1990s/NOUN_PL 4th/ADJ 12/NUM -/PUNCT month/NOUN',
    );
  });

  it('tells the infinitive from the noun that is written alike', () => {
    expect(tagged('The bank will fund the plan to buy a stake.')).toBe(
      'The/DET bank/NOUN will/MODAL fund/VERB_BASE the/DET plan/NOUN to/TO buy/VERB_BASE a/DET stake/NOUN ./PUNCT',
    );
  });

  it('finds the verb of a headline in which every word is large', () => {
    expect(tagged('Chip Maker Raises Its Forecast for the Year')).toContain('Raises/VERB_PRES Its/POSS');
  });

  it('reads text in small letters and in capitals', () => {
    expect(tagged('the company bought its rival in may')).toContain('company/NOUN bought/VERB_PAST its/POSS rival/NOUN');
    expect(tagged('THE COMPANY BOUGHT ITS RIVAL')).toBe('THE/DET COMPANY/NOUN BOUGHT/VERB_PAST ITS/POSS RIVAL/NOUN');
  });

  it('tells the passive by its participle', () => {
    expect(tagged('The unit was sold to a fund.')).toBe('The/DET unit/NOUN was/AUX sold/VERB_PART to/ADP a/DET fund/NOUN ./PUNCT');
  });

  it('takes an apostrophe behind a plural for its owner', () => {
    expect(tagged("the banks' profits")).toBe("the/DET banks/NOUN_PL '/POSS profits/NOUN_PL");
  });

  it('gives one tag to each word, of no words too', () => {
    expect(tagWords([])).toEqual([]);
    expect(tagWords(['', '\u0301', 'ÅÄÖ'])).toHaveLength(3);
  });
});

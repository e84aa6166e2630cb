import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from './findNames.ts';
import { nameSentence } from './nameSentence.ts';

const mentionsOf = (...sentences: readonly string[]) => findNames(sentences.map((sentence) => nameSentence(sentence)));
/** As they are written. */
const names = (...sentences: readonly string[]) => mentionsOf(...sentences).map(({ text }) => text);
/** In their fullest form. */
const folded = (...sentences: readonly string[]) => mentionsOf(...sentences).map(({ name }) => name);

describe('finding names', () => {
  it('takes the longest: offices, firms with their legal form, initials and ampersands', () => {
    expect(names('It was told by the World Health Organization and the Bank of England on Monday.')).toEqual([
      'World Health Organization',
      'Bank of England',
    ]);
    expect(names('They sued Larkfield & Moss Inc. and Robert F. Borealis over the Food and Drug Administration.')).toEqual([
      'Larkfield & Moss Inc',
      'Robert F. Borealis',
      'Food and Drug Administration',
    ]);
  });

  it('takes coined words and names with digits', () => {
    expect(names('He left 3M for 7-Eleven, uses an iPhone and reads what van der Moss wrote of Coca-Cola.')).toEqual([
      '3M',
      '7-Eleven',
      'iPhone',
      'Moss',
      'Coca-Cola',
    ]);
  });

  it('takes the first word of a sentence only for a reason', () => {
    expect(names('Year after year, costs rose.', 'Cheap loans helped.', 'Chancellor said no.', 'Trading rose.')).toEqual([]);
    expect(names('Larkfield sells its plant.', 'It helped Borealis.', 'Borealis fell.')).toEqual(['Larkfield', 'Borealis', 'Borealis']);
  });

  it('leaves roles, peoples, days and what is written small elsewhere', () => {
    expect(names('On Friday Chief Executive Officer Tadeo Branco met French investors and Vice Chairman Ana Moss.')).toEqual([
      'Tadeo Branco',
      'Ana Moss',
    ]);
    expect(names('The Peak is near.', 'They passed the peak and another peak.')).toEqual([]);
    expect(names('The CEO spoke of AI and GDP before the IPO.')).toEqual([]);
  });

  it('tells the people of a country from the firm called after it', () => {
    expect(names('The Canadian Larkfield fell, and Canadian Pacific rose.', 'It praised Larkfield.')).toEqual([
      'Larkfield',
      'Canadian Pacific',
      'Larkfield',
    ]);
  });

  it('splits a firm from its officer', () => {
    expect(names('It was told by Larkfield Chief Executive Ana Moss.')).toEqual(['Larkfield', 'Ana Moss']);
  });

  it('finds in a headline what the text names, and no word that it writes small', () => {
    expect(names('Harrow Peak Raises Its Forecast on Strong Demand', 'The forecast of Harrow Peak rests on strong demand.')).toEqual([
      'Harrow Peak',
      'Harrow Peak',
    ]);
    expect(names('Advice & Trading Tips for the Cheap Season Ahead')).toEqual([]);
  });

  it('reads a heading before a colon like a headline', () => {
    expect(names('Larkfield Seeks Huge New Plant Sites: the board of Larkfield has said so.')).toEqual(['Larkfield', 'Larkfield']);
  });

  it('ends a name at a full stop that only looked like part of it', () => {
    expect(names('They grew in the U.S. Larkfield said so.', 'It helped Larkfield.')).toEqual(['U.S.', 'Larkfield', 'Larkfield']);
  });
});

describe('folding short forms into full names', () => {
  it('folds a surname into its person, but not when two share it', () => {
    expect(folded('It was led by Tadeo Branco.', 'Now Branco left.')).toEqual(['Tadeo Branco', 'Tadeo Branco']);
    expect(folded('It was led by Tadeo Branco and Ana Branco.', 'Now Branco left.').at(-1)).toBe('Branco');
  });

  it('folds acronyms and tickers', () => {
    expect(folded('It was told by the World Health Organization (WHO).', 'They asked the WHO.')).toEqual(
      Array(3).fill('World Health Organization'),
    );
    expect(folded('They hold Sterling Bank (NYSE: STBK).', 'They sold STBK.')).toEqual(['Sterling Bank', 'Sterling Bank', 'Sterling Bank']);
  });

  it('folds a firm without its describing words, once the full name was told', () => {
    expect(folded('They own Harrow Peak Data Centers.', 'They sold Harrow Peak.').at(-1)).toBe('Harrow Peak Data Centers');
    expect(folded('They own Larkfield.', 'They sold Larkfield Web Services.')).toEqual(['Larkfield', 'Larkfield Web Services']);
    expect(folded('They own Larkfield.com and Moss Inc.', 'They sold Larkfield and Moss.').slice(2)).toEqual(['Larkfield.com', 'Moss Inc']);
  });
});

describe('names of any text', () => {
  it('lie where they say they do, in order', () => {
    const word = fc.constantFrom(
      'Larkfield',
      'of',
      'Bank',
      '&',
      '.',
      ',',
      "'s",
      'said',
      'The',
      '3M',
      '-',
      'Inc',
      '(',
      ')',
      'NYSE',
      ':',
      'AI',
      'Mr',
      'U.S.',
      '7',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ');
        let last = 0;
        for (const { start, end, text: written } of findNames([nameSentence(text)])) {
          expect(text.slice(start, end)).toBe(written);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});

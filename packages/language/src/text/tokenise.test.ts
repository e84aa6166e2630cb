import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise.ts';

const words = (text: string) => tokenise(text).map((token) => token.text);

describe('cutting text into words and marks', () => {
  it('keeps hyphens, full stops and ampersands inside words', () => {
    expect(words('Coca-Cola, AT&T and Amazon.com left the U.S.')).toEqual([
      'Coca-Cola',
      ',',
      'AT&T',
      'and',
      'Amazon.com',
      'left',
      'the',
      'U.S.',
    ]);
  });

  it('sets the possessive, contracted verbs and signs apart', () => {
    expect(words("Acme's $38bn isn’t 5.2%")).toEqual(['Acme', "'s", '$', '38bn', 'isn', '’t', '5.2', '%']);
  });

  it('ends the last word of a sentence before its full stop', () => {
    expect(words('It fell. Then it rose.')).toEqual(['It', 'fell', '.', 'Then', 'it', 'rose', '.']);
  });

  it('gives offsets at which the text has the token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(9), (text, offset) => {
        for (const token of tokenise(text, offset)) expect(text.slice(token.start - offset, token.end - offset)).toBe(token.text);
      }),
    );
  });

  it('leaves out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(words(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

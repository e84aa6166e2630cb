import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

const texts = (text: string) => tokenise(text, 0).map((token) => token.text);

describe('tokens', () => {
  test.each([
    ['Coca-Cola and AT&T of the U.S. sold Amazon.com.', ['Coca-Cola', 'and', 'AT&T', 'of', 'the', 'U.S.', 'sold', 'Amazon.com', '.']],
    ["Oracle's, Lowe’s and the board's didn't", ['Oracle', "'s", ',', 'Lowe', '’s', 'and', 'the', 'board', "'s", 'didn', "'t"]],
    ['(3.5bn, or $4,000) “so”—no', ['(', '3.5bn', ',', 'or', '$', '4,000', ')', '“', 'so', '”', '—', 'no']],
    ['Zürich\u00a0AG\tsaid:\nno', ['Zürich', 'AG', 'said', ':', 'no']],
    ['J. Smith said.', ['J', '.', 'Smith', 'said', '.']],
  ])('%s', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test('cover all of a text but its white space, in order, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = tokenise(text, 100);
        let at = 0;
        for (const { start, end, text: word } of tokens) {
          expect(text.slice(at, start - 100)).toMatch(/^\s*$/);
          expect(text.slice(start - 100, end - 100)).toBe(word);
          at = end - 100;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
    );
  });

  test('are the same whether a word was met before or not', () => {
    const text = 'Fjord Data, the Oslo-based owner of xAI, will build 3 halls by mid-2026.';
    expect(tokenise(text, 5)).toEqual(tokenise(text, 5));
    const [word] = tokenise('a'.repeat(100_000), 0);
    expect(word).toMatchObject({ kind: 'word', capital: false, end: 100_000 });
  });

  test.each([
    ['Fjord', true],
    ['eBay', true],
    ['fjord', false],
    ['Oslo-based', false],
    ['2026', false],
  ])('"%s" is written like a name: %s', (text, capital) => {
    expect(tokenise(text, 0)[0]?.capital).toBe(capital);
  });
});

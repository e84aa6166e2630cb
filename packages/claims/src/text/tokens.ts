/** A word or a mark, with offsets into the reading text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/**
 * Words keep their inner hyphens, full stops and ampersands (`Coca-Cola`, `U.S.`, `Amazon.com`, `AT&T`); the possessive `'s` and
 * contracted verbs stand alone, and so does every mark.
 */
const TOKEN =
  /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{N}]*(?:(?:[-‑&]|[.](?=\p{L}{2}))[\p{L}\p{N}]+|['’](?!(?:s|re|ve|ll|d|t)(?!\p{L}))\p{L}[\p{L}\p{N}]*)*|\p{N}[\p{N}.,:]*\p{N}[\p{L}]*|\p{N}[\p{L}]*|['’](?:s|re|ve|ll|d|t)(?!\p{L})|[^\s\p{L}\p{N}]/gu;

/** The tokens of `text`, whose first character stands at `offset` of the reading text. */
export function tokenise(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = offset + match.index;
    tokens.push({ start, end: start + word.length, text: word, lower: word.toLowerCase().replace('’', "'"), kind: kindOf(word) });
  }
  return tokens;
}

function kindOf(word: string): Token['kind'] {
  const code = word.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return 'number';
  // Letters of other alphabets, and what an apostrophe begins, are too few to matter.
  const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || /^['’]?\p{L}/u.test(word);
  return isLetter ? 'word' : 'mark';
}

/** The words of tokens `[from, to)`, with single blanks where the text has space. */
export function joined(tokens: readonly Token[], from: number, to: number): string {
  let name = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    name += (i > from && token.start > (tokens[i - 1]?.end ?? 0) ? ' ' : '') + token.text;
  }
  return name;
}

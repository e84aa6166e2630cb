/** A word or a mark of a text; `text.slice(start, end)` of the reading text is it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Words keep their inner hyphens, full stops and ampersands (`Coca-Cola`, `U.S.`, `Amazon.com`, `AT&T`); the possessive `'s` and
 * contracted verbs stand alone, and so does every mark: `$38bn` is `$` and `38bn`, `12-month` is `12`, `-` and `month`.
 */
const TOKEN =
  /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:[-‑&]|[.](?=\p{Ll}{2}|\p{Lu}{2}))[\p{L}\p{N}]+|['’](?!(?:s|re|ve|ll|d|t|m)(?!\p{L}))\p{L}[\p{L}\p{N}]*)*|\p{N}[\p{N}.,:]*\p{N}\p{L}*|\p{N}\p{L}*|['’](?:s|re|ve|ll|d|t|m)(?!\p{L})|[^\s\p{L}\p{N}]/gu;

/** The tokens of `text` in order, with offsets counted from `offset`, where `text` stands in the reading text. */
export function tokenise(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfPlainToken(text, at);
    if (end === at) at++;
    else if (end > at) {
      tokens.push({ text: text.slice(at, end), start: offset + at, end: offset + end });
      at = end;
    } else {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      if (match === null) break;
      at = match.index + match[0].length;
      tokens.push({ text: match[0], start: offset + match.index, end: offset + at });
    }
  }
  return tokens;
}

/** What each ASCII character is to a plain word; 0 where the pattern must decide. */
const CLASSES = new Uint8Array(128);
const LETTER = 1;
const BLANK = 2;
const MARK = 3;
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') CLASSES[char.charCodeAt(0)] = LETTER;
for (const char of ' \t\n\r') CLASSES[char.charCodeAt(0)] = BLANK;
for (const char of ',;:!?()[]{}"/|$%+*=<>') CLASSES[char.charCodeAt(0)] = MARK;

const FULL_STOP = 0x2e;
const UNDECIDED = -1;

function classAt(text: string, at: number): number {
  return at >= text.length ? BLANK : (CLASSES[text.charCodeAt(at)] ?? 0);
}

/**
 * Most tokens are words of English letters, or marks that stand alone, and need no pattern: where such a token ends, `at` itself for a
 * blank, `UNDECIDED` for all else.
 */
function endOfPlainToken(text: string, at: number): number {
  let end = at;
  while (classAt(text, end) === LETTER) end++;
  const next = classAt(text, end);
  if (end === at) return next === BLANK ? at : next === MARK ? at + 1 : UNDECIDED;
  if (next >= BLANK) return end;
  // The full stop of a sentence, not of `U.S.` or `Amazon.com`.
  return text.charCodeAt(end) === FULL_STOP && classAt(text, end + 1) >= BLANK ? end : UNDECIDED;
}

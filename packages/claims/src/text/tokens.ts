import { wordHints } from './wordHints.ts';

/** A word or a mark, with offsets into the reading text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Written like a name: a capital at its head, or behind one or two small letters (`eBay`), and no adjective made of one. */
  readonly capital: boolean;
  /** What it may be the sign of, one bit each. */
  readonly hints: number;
}

/**
 * Words keep their inner hyphens, full stops and ampersands (`Coca-Cola`, `U.S.`, `Amazon.com`, `AT&T`); the possessive `'s` and
 * contracted verbs stand alone, and so does every mark.
 */
const TOKEN =
  /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{N}]*(?:(?:[-‑&]|[.](?=\p{L}{2}))[\p{L}\p{N}]+|['’](?!(?:s|re|ve|ll|d|t)(?!\p{L}))\p{L}[\p{L}\p{N}]*)*|\p{N}[\p{N}.,:]*\p{N}[\p{L}]*|\p{N}[\p{L}]*|['’](?:s|re|ve|ll|d|t)(?!\p{L})|[^\s\p{L}\p{N}]/u;

/** The token that starts at `lastIndex`. */
const TOKEN_HERE = new RegExp(TOKEN.source, 'uy');

/** What is known of a word by its letters alone. */
type Word = Omit<Token, 'start' | 'end'>;

/**
 * The words met so far. News repeats itself: a word's form is looked at once, not at each place where it stands, and its small letters are
 * one string, which sets find by its hash. Emptied when full, so that it stays small however much is read.
 */
const vocabulary = new Map<string, Word>();
const MAX_VOCABULARY = 50_000;
/** Longer strings of characters are no words and come once. */
const MAX_REMEMBERED = 40;

/** The tokens of `text`, whose first character stands at `offset` of the reading text. */
export function tokenise(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) === SPACE) {
      at++;
      continue;
    }
    const end = endOfPlainToken(text, at) ?? endOfToken(text, at);
    if (end === null) {
      at++;
      continue;
    }
    const { text: word, lower, kind, capital, hints } = wordOf(text.slice(at, end));
    tokens.push({ start: offset + at, end: offset + end, text: word, lower, kind, capital, hints });
    at = end;
  }
  return tokens;
}

const SPACE = 0x20;
const FULL_STOP = 0x2e;

/** What each ASCII character is to a plain word: a letter of it, or what no word goes on over; 0 where the pattern must decide. */
const CLASSES = new Uint8Array(128);
const LETTER = 1;
const BLANK = 2;
const MARK = 3;
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') CLASSES[char.charCodeAt(0)] = LETTER;
for (const char of ' \t\n\r') CLASSES[char.charCodeAt(0)] = BLANK;
for (const char of ',;:!?()[]{}"/|$%+*=<>') CLASSES[char.charCodeAt(0)] = MARK;

/** The class of the character at `at`; 0 outside of ASCII, and `BLANK` behind the end. */
function classAt(text: string, at: number): number {
  return at >= text.length ? BLANK : (CLASSES[text.charCodeAt(at)] ?? 0);
}

/** Where a word of English letters, or a mark that stands alone, ends, which most tokens are; null when the pattern must decide. */
function endOfPlainToken(text: string, at: number): number | null {
  let end = at;
  while (classAt(text, end) === LETTER) end++;
  const next = classAt(text, end);
  if (end === at) return next === MARK ? at + 1 : null;
  if (next >= BLANK) return end;
  // The full stop of a sentence, not of `U.S.` or `Amazon.com`.
  return text.charCodeAt(end) === FULL_STOP && classAt(text, end + 1) >= BLANK ? end : null;
}

/** Where the token at `at` ends; null when white space stands there. */
function endOfToken(text: string, at: number): number | null {
  TOKEN_HERE.lastIndex = at;
  return TOKEN_HERE.test(text) ? TOKEN_HERE.lastIndex : null;
}

function wordOf(slice: string): Word {
  if (isDigit(slice.charCodeAt(0))) return numberOf(slice);
  const known = vocabulary.get(slice);
  if (known !== undefined) return known;
  // A slice would keep the whole article that it is cut from in memory.
  const text = slice.length <= MAX_REMEMBERED ? Array.from(slice).join('') : slice;
  const lower = text.toLowerCase().replace('’', "'");
  const kind = kindOf(text);
  const capital = kind === 'word' && text !== lower && CAPITAL.test(text) && !ADJECTIVE.test(text);
  const word = { text, lower, kind, capital, hints: wordHints(lower) };
  if (text.length <= MAX_REMEMBERED) {
    if (vocabulary.size >= MAX_VOCABULARY) vocabulary.clear();
    vocabulary.set(text, word);
  }
  return word;
}

/** Numbers hardly ever repeat; of time, only those with a year or a letter tell. */
function numberOf(text: string): Word {
  const lower = text.toLowerCase();
  return { text, lower, kind: 'number', capital: false, hints: /(?:19|20)\d\d|[a-z]/.test(lower) ? wordHints(lower) : 0 };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const CAPITAL = /^(?:\p{Lu}|[a-z]{1,2}\p{Lu})/u;

/** `Sacramento-based`, `TPG-backed`, `AI-related`: not the name itself. */
const ADJECTIVE =
  /[-‑](?:based|listed|backed|polled|surveyed|compiled|controlled|owned|led|run|made|related|style|ready|powered|focused|born|era|bound|driven|built|designed|wide|only|like|level|friendly|focus|hungry|heavy|specific|branded|trained|compatible|class|year|month|day|quarter|American|British|Canadian|German|French|Chinese|Japanese|Korean|Indian|Dutch|Swedish|Swiss|Israeli|Italian|Australian)$/;

function kindOf(word: string): Token['kind'] {
  // What an apostrophe begins is a word, too; numbers of other scripts are too few to matter.
  return /^['’]?\p{L}/u.test(word) ? 'word' : 'mark';
}

/** All that the words of a sentence may be signs of. */
export function hintsOf(tokens: readonly Token[]): number {
  let all = 0;
  for (const { hints } of tokens) all |= hints;
  return all;
}

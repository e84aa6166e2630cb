import { codeAt, isDigit, isLetter, isSpace } from './characters.ts';
import { type DecimalMark, isDecimalPoint, type Numeral, readNumeral } from './numeral.ts';

/** `break` is a paragraph break: nothing is read across it. */
type TokenKind = 'word' | 'number' | 'symbol' | 'break';

/** A piece of the text. Spaces are no tokens; `gap` says that some stood before this one (or that it comes first). */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly gap: boolean;
  readonly numeral: Numeral | null;
}

const POINT = 0x2e;
const RAISED_POINT = 0xb7;
const PARAGRAPH_SEPARATOR = 0x2029;

const endOfText = makeToken('break', '', 0, 0, true, null);

/** Tokens with an end that can be read past: outside the list stands a paragraph break. */
export class Tokens {
  readonly text: string;
  readonly list: readonly Token[];
  readonly length: number;

  constructor(text: string, decimalMark: DecimalMark = 'auto') {
    this.text = text;
    this.list = tokenize(text, decimalMark);
    this.length = this.list.length;
  }

  at(index: number): Token {
    return index >= 0 && index < this.length ? (this.list[index] ?? endOfText) : endOfText;
  }

  lower(index: number): string {
    return this.at(index).lower;
  }

  isWord(index: number): boolean {
    return this.at(index).kind === 'word';
  }

  isNumber(index: number): boolean {
    return this.at(index).kind === 'number';
  }

  /** True when no space stands between this token and the one before it. */
  isAttached(index: number): boolean {
    const token = this.at(index);
    return !token.gap && token.kind !== 'break';
  }
}

/** Splits a text into words, numbers and single symbols, in one pass. */
function tokenize(text: string, decimalMark: DecimalMark): Token[] {
  const tokens: Token[] = [];
  let gap = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      const end = endOfSpaces(text, at);
      if ((end > at + 1 || code === PARAGRAPH_SEPARATOR) && hasParagraphBreak(text, at, end))
        tokens.push(makeToken('break', '', at, end, true, null));
      gap = true;
      at = end;
    } else {
      const token = readToken(text, at, code, gap, decimalMark);
      tokens.push(token);
      gap = false;
      at = token.end;
    }
  }
  return tokens;
}

function readToken(text: string, start: number, code: number, gap: boolean, decimalMark: DecimalMark): Token {
  if (isLetter(code)) {
    const end = endOfWord(text, start);
    return makeToken('word', text.slice(start, end), start, end, gap, null);
  }
  const startsNumeral =
    isDigit(code) ||
    (code === POINT && decimalMark !== 'comma' && isDigit(codeAt(text, start + 1)) && !isJoined(text, start)) ||
    (code >= RAISED_POINT && isDecimalPoint(text, start) && /[$€£¥₹]/.test(text.charAt(start - 1)));
  if (startsNumeral) {
    const numeral = readNumeral(text, start, decimalMark);
    return makeToken('number', text.slice(start, numeral.end), start, numeral.end, gap, numeral);
  }
  return makeToken('symbol', text.charAt(start), start, start + 1, gap, null);
}

/** The one place where tokens are made: all have the same shape. */
function makeToken(kind: TokenKind, text: string, start: number, end: number, gap: boolean, numeral: Numeral | null): Token {
  return { kind, start, end, text, lower: kind === 'word' ? text.toLowerCase() : text, gap, numeral };
}

/** Letters with inner apostrophes (don't), and single letters with points between them (U.S., a.m.). */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = codeAt(text, end);
    if (isLetter(code)) end += 1;
    else if (isApostrophe(code) && isLetter(codeAt(text, end + 1))) end += 2;
    else break;
  }
  return end === start + 1 ? endOfAbbreviation(text, start) : end;
}

function endOfAbbreviation(text: string, start: number): number {
  let end = start + 1;
  while (codeAt(text, end) === POINT && isLetter(codeAt(text, end + 1)) && !isLetter(codeAt(text, end + 2))) end += 2;
  const hasPoints = end > start + 1;
  return hasPoints && codeAt(text, end) === POINT ? end + 1 : end;
}

function endOfSpaces(text: string, start: number): number {
  let end = start + 1;
  while (isSpace(codeAt(text, end))) end += 1;
  return end;
}

/** Two line ends in one run of spaces, or a paragraph separator. */
function hasParagraphBreak(text: string, start: number, end: number): boolean {
  let lines = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === PARAGRAPH_SEPARATOR) return true;
    if (code === 0x0a || code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028) lines += 1;
    else if (code === 0x0d && codeAt(text, at + 1) !== 0x0a) lines += 1;
  }
  return lines > 1;
}

function isJoined(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.charCodeAt(start - 1);
  return isLetter(before) || isDigit(before) || before === POINT;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

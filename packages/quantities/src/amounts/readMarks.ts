import { readNumber } from '../numbers/readNumber.ts';
import { scaleBehind } from '../numbers/readScale.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import { isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { currencySymbols } from '../units/currencyTable.ts';

/** A number with the marks that touch it: the scale behind them is part of it. */
export interface MarkedNumber {
  readonly number: WrittenNumber;
  /** `13+ billion`. */
  readonly isAtLeast: boolean;
  /** A mark that nobody knows stands between the digits and more digits or a scale: how much is written can't be told. */
  readonly isOpen: boolean;
}

/** Reads the plus, the footnote or the unknown sign between the digits and their scale: `13+ billion`, `13-plus GW`, `13* billion`. Null when none is there. */
export function readMarks(tokens: Tokens, number: WrittenNumber, isMoney: boolean): MarkedNumber | null {
  const mark = tokens.at(number.next);
  if (mark.kind !== 'symbol' || mark.gap) return null;
  const plus = endOfPlus(tokens, number.next);
  if (plus !== null) return { number: goOn(tokens, number, plus, isMoney), isAtLeast: true, isOpen: false };
  const open = number.form === 'digits' ? behindUnknownSign(tokens, number, isMoney) : null;
  if (open !== null) return { number: open, isAtLeast: false, isOpen: true };
  const footnote = endOfFootnote(tokens, number.next);
  const noted = footnote === null ? number : scaleBehind(tokens, number, footnote, isMoney);
  return noted.scale > number.scale ? { number: noted, isAtLeast: false, isOpen: false } : null;
}

/** The token behind the plus that touches a number or a unit at `at`: `+`, `-plus`. Before another amount it is a sum. */
export function endOfPlus(tokens: Tokens, at: number): number | null {
  if (tokens.at(at).text === '+' && tokens.isAttached(at)) {
    const isSum = tokens.isNumber(at + 1) || (tokens.isAttached(at + 1) && currencySymbols.has(tokens.at(at + 1).text));
    return isSum ? null : at + 1;
  }
  return isHyphen(tokens.at(at).text) && tokens.lower(at + 1) === 'plus' ? at + 2 : null;
}

function goOn(tokens: Tokens, number: WrittenNumber, at: number, isMoney: boolean): WrittenNumber {
  return number.scale === 0 && number.form !== 'fraction' ? scaleBehind(tokens, number, at, isMoney) : { ...number, next: at };
}

const footnotes = new Set('* † ‡ § # ^ ¹ ² ³ ⁴ ⁵'.split(' '));

/** The token behind `*`, `†`, `(1)` or `[2]` that touches a number. */
function endOfFootnote(tokens: Tokens, at: number): number | null {
  if (footnotes.has(tokens.at(at).text)) return at + 1;
  const close = tokens.at(at).text === '(' ? ')' : tokens.at(at).text === '[' ? ']' : null;
  const isNote = close !== null && /^\d$/.test(tokens.at(at + 1).text) && tokens.isAttached(at + 1) && tokens.at(at + 2).text === close;
  return isNote ? at + 3 : null;
}

/** Signs that end a number wherever they touch it: punctuation, quotes, brackets, dashes, and those that are read elsewhere. */
const endSigns = new Set([...'.,;:!?…()[]{}<>"\'`´’‘“”„«»‹›/⁄|%％‰°′″×*#†‡§•→¼½¾⅓⅔⅛', ...'-‐‑‒–—―−']);
/** Between two numbers these have a meaning of their own, too. */
const joiners = new Set([...'+=~～≈±&@^\\·']);

/** `1¸4bn`, `13¤ billion`: a sign that says nothing, with more digits or a scale behind it. */
function behindUnknownSign(tokens: Tokens, number: WrittenNumber, isMoney: boolean): WrittenNumber | null {
  const sign = tokens.at(number.next).text;
  if (endSigns.has(sign) || currencySymbols.has(sign)) return null;
  const behind = number.next + 1;
  if (tokens.isNumber(behind) && tokens.isAttached(behind)) {
    const rest = joiners.has(sign) ? null : readNumber(tokens, behind, isMoney);
    return rest === null ? null : { ...number, next: rest.next };
  }
  const scaled = scaleBehind(tokens, number, behind, isMoney);
  return scaled.scale > number.scale ? { ...number, next: scaled.next } : null;
}

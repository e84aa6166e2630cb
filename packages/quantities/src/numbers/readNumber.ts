import { add, divide, exact, powerOfTen, shift } from '../exact.ts';
import { isDash, isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { beginsNumberWords, readNumberWords, skipHyphen } from './numberWords.ts';
import { bareScaleLetters, moneyScaleLetters, scaleAbbreviations, scaleWords } from './scales.ts';
import { precisionOfDigits, precisionOfWords, type WrittenNumber } from './writtenNumber.ts';

const vulgarFractions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
]);

/** Bottoms that fractions in prices and measures have; 9/11 and 24/7 are no fractions. */
const usualDenominators = new Set(['2', '3', '4', '5', '6', '8', '10', '16', '20', '32', '40', '64', '100', '1000']);

export function canBeginNumber(tokens: Tokens, at: number): boolean {
  const token = tokens.at(at);
  if (token.kind === 'number') return true;
  return token.kind === 'word' ? beginsNumberWords(token.lower) : token.kind === 'symbol' && vulgarFractions.has(token.text);
}

/** Reads a number in digits or words at a token, with the scale behind it. `isMoney`: a currency stands before it. */
export function readNumber(tokens: Tokens, first: number, isMoney: boolean): WrittenNumber | null {
  const bare = tokens.isWord(first) ? readWords(tokens, first) : readDigits(tokens, first);
  return bare === null ? null : withScale(tokens, bare, isMoney);
}

function readWords(tokens: Tokens, first: number): WrittenNumber | null {
  const spelled = readNumberWords(tokens, first);
  if (spelled === null) return null;
  const { value, next, isFraction } = spelled;
  if (isFraction) return fraction(first, next, value);
  const precision = precisionOfWords(value);
  return {
    first,
    next,
    form: 'words',
    mantissa: value,
    scale: 0,
    value,
    significantDigits: precision.digits,
    lastUnit: precision.lastUnit,
  };
}

function readDigits(tokens: Tokens, first: number): WrittenNumber | null {
  const { numeral, text } = tokens.at(first);
  const vulgar = vulgarFractions.get(text);
  if (vulgar !== undefined) return fraction(first, first + 1, divide(exact(vulgar[0]), exact(vulgar[1])));
  if (numeral === null || numeral.value === null) return null;
  const plain = readFraction(tokens, first);
  if (plain !== null) return fraction(first, plain.next, plain.value);
  const part = readMixedPart(tokens, first + 1);
  if (part !== null && numeral.decimals === 0) return fraction(first, part.next, add(numeral.value, part.value));
  const { digits, lastUnit } = precisionOfDigits(numeral.value, numeral.integerDigits, numeral.decimals);
  return {
    first,
    next: first + 1,
    form: 'digits',
    mantissa: numeral.value,
    scale: 0,
    value: numeral.value,
    significantDigits: digits,
    lastUnit,
  };
}

/** The `1/4` or `¼` of `1-1/4`, `1 1/4` and `1¼`. */
function readMixedPart(tokens: Tokens, at: number): { value: WrittenNumber['value']; next: number } | null {
  const vulgar = vulgarFractions.get(tokens.at(at).text);
  if (vulgar !== undefined) return { value: divide(exact(vulgar[0]), exact(vulgar[1])), next: at + 1 };
  const joined = skipHyphen(tokens, at);
  if (joined === at && !tokens.at(at).gap) return null;
  return readFraction(tokens, joined);
}

/** `1/4`, `1 / 4`: a small top over a usual bottom. */
function readFraction(tokens: Tokens, at: number): { value: WrittenNumber['value']; next: number } | null {
  const top = tokens.at(at);
  const slash = tokens.at(at + 1);
  const bottom = tokens.at(at + 2);
  if ((slash.text !== '/' && slash.text !== '⁄') || top.numeral?.value == null || bottom.numeral?.value == null) return null;
  if (slash.gap !== bottom.gap || !usualDenominators.has(bottom.text) || tokens.at(at + 3).text === '/') return null;
  const isProper = top.numeral.decimals === 0 && top.numeral.value.units > 0n && top.numeral.value.units < bottom.numeral.value.units;
  return isProper ? { value: divide(top.numeral.value, bottom.numeral.value), next: at + 3 } : null;
}

/** A fraction names a rough share: one digit, its last unit a tenth. */
function fraction(first: number, next: number, value: WrittenNumber['value']): WrittenNumber {
  return { first, next, form: 'fraction', mantissa: value, scale: 0, value, significantDigits: 1, lastUnit: powerOfTen(-1) };
}

/** Adds the scales that follow: `bn`, `-billion`, `hundred thousand`, `lakh crore`. */
function withScale(tokens: Tokens, number: WrittenNumber, isMoney: boolean): WrittenNumber {
  let { next, scale } = number;
  for (let at = next; ; at = next) {
    const step = readScale(tokens, at, isMoney, scale > 0);
    if (step === null) break;
    scale += step.scale;
    next = step.next;
  }
  return scaled(number, scale, next);
}

export function scaled(number: WrittenNumber, scale: number, next: number): WrittenNumber {
  if (scale === number.scale) return number;
  const added = scale - number.scale;
  return { ...number, scale, next, value: shift(number.value, added), lastUnit: shift(number.lastUnit, added) };
}

function readScale(tokens: Tokens, at: number, isMoney: boolean, hasScale: boolean): { scale: number; next: number } | null {
  const token = tokens.at(at);
  if (isHyphen(token.text) && tokens.isAttached(at) && tokens.isAttached(at + 1)) {
    const word = scaleWords.get(tokens.lower(at + 1)) ?? scaleAbbreviations.get(tokens.lower(at + 1));
    return word === undefined ? null : { scale: word, next: at + 2 };
  }
  if (token.kind !== 'word') return null;
  const word = scaleWords.get(token.lower);
  if (word !== undefined) return { scale: word, next: at + 1 };
  if (hasScale) return null;
  const abbreviation = scaleAbbreviations.get(token.lower) ?? letterScale(tokens, at, isMoney);
  if (abbreviation === undefined) return null;
  return { scale: abbreviation, next: at + 1 };
}

function letterScale(tokens: Tokens, at: number, isMoney: boolean): number | undefined {
  const token = tokens.at(at);
  if (isDash(tokens.at(at + 1).text) && tokens.isAttached(at + 1) && tokens.isWord(at + 2) && token.gap) return undefined;
  if (isMoney) return moneyScaleLetters.get(token.lower);
  return tokens.isAttached(at) ? bareScaleLetters.get(token.text) : undefined;
}

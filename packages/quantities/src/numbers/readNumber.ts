import { add, compare, divide, type Exact, exact, multiply, one, powerOfTen, shift } from '../exact.ts';
import { isHyphen, isMinus } from '../tokens/characters.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { type Denominator, readDenominator, standsAlone } from './denominators.ts';
import { beginsNumberWords, readAndPart, readNumberWords } from './numberWords.ts';
import { withScale } from './readScale.ts';
import { scaleWords } from './scales.ts';
import { vulgarFractions } from './vulgarFractions.ts';
import { precisionOfDigits, precisionOfWords, type WrittenNumber } from './writtenNumber.ts';

/** Bottoms that fractions in prices and measures have; 9/11 and 24/7 are no fractions. */
const usualDenominators = new Set(['2', '3', '4', '5', '6', '8', '10', '16', '20', '32', '40', '64', '100', '1000']);

export function canBeginNumber(tokens: Tokens, at: number): boolean {
  const token = tokens.at(at);
  if (token.kind === 'number') return true;
  if (token.kind === 'word') return beginsNumberWords(token.lower) && !isAustralian(tokens, at);
  return token.kind === 'symbol' && vulgarFractions.has(token.text);
}

/** The `A` of `A$5`, which is no article. */
function isAustralian(tokens: Tokens, at: number): boolean {
  return tokens.at(at).text === 'A' && tokens.at(at + 1).text === '$';
}

/** Reads a number in digits or words at a token, with the scale behind it. `isMoney`: a currency stands before it. */
export function readNumber(tokens: Tokens, first: number, isMoney: boolean): WrittenNumber | null {
  const bare = tokens.isWord(first) ? readWords(tokens, first) : readDigits(tokens, first);
  if (bare === null) return null;
  const ratio = isMoney ? null : (readRatio(tokens, bare) ?? readQuotient(tokens, bare));
  return ratio ?? withRemainder(tokens, withScale(tokens, withDozens(tokens, withAndPart(tokens, bare)), isMoney));
}

/** `two out of five`, `one in 20`, `1-in-3`, `two-in-five`: so many of so many, a share. */
function readRatio(tokens: Tokens, top: WrittenNumber): WrittenNumber | null {
  if (top.form === 'fraction' || !isSmallWhole(top)) return null;
  const isOutOf = tokens.lower(top.next) === 'out' && tokens.lower(top.next + 1) === 'of';
  const isOneIn = top.value.coefficient === 1 && tokens.lower(top.next) === 'in';
  const isHyphenated = isHyphenatedIn(tokens, top.next);
  if (!isOutOf && !isOneIn && !isHyphenated) return null;
  const at = isHyphenated ? top.next + 3 : isOutOf ? top.next + 2 : top.next + 1;
  const whole = tokens.isWord(at) ? (beginsNumberWords(tokens.lower(at)) ? readWords(tokens, at) : null) : readDigits(tokens, at);
  if (whole === null || whole.form === 'fraction' || whole.value.exponent !== 0 || whole.value.coefficient <= top.value.coefficient)
    return null;
  if (isHyphenated && isHyphen(tokens.at(whole.next).text)) return null;
  const isYear = isOneIn && whole.value.coefficient >= 1900 && whole.value.coefficient < 2100;
  return isYear ? null : fraction(top.first, whole.next, divide(top.value, whole.value));
}

/** The `-in-` of `1-in-5`; the whole of `1-in-100-year` is a time, and no share. */
function isHyphenatedIn(tokens: Tokens, at: number): boolean {
  return isHyphen(tokens.at(at).text) && tokens.lower(at + 1) === 'in' && isHyphen(tokens.at(at + 2).text) && tokens.isAttached(at + 3);
}

/** `one over three`, `2000 over 3` and nothing else in the sentence: a quotient, read out. */
function readQuotient(tokens: Tokens, top: WrittenNumber): WrittenNumber | null {
  if (tokens.lower(top.next) !== 'over' || tokens.at(top.first - 1).kind !== 'break') return null;
  const at = top.next + 1;
  const bottom = tokens.isWord(at) ? (beginsNumberWords(tokens.lower(at)) ? readWords(tokens, at) : null) : readDigits(tokens, at);
  if (bottom === null || bottom.value.coefficient === 0 || !standsAlone(tokens, top.first, bottom.next)) return null;
  return fraction(top.first, bottom.next, divide(top.value, bottom.value));
}

function isSmallWhole(number: WrittenNumber): boolean {
  return number.scale === 0 && number.value.exponent === 0 && number.value.coefficient > 0 && number.value.coefficient < 1000;
}

/** `2 and a half hours`, `22 and three quarters`. */
function withAndPart(tokens: Tokens, number: WrittenNumber): WrittenNumber {
  if (number.form !== 'digits' || number.value.exponent !== 0) return number;
  const part = readAndPart(tokens, number.next);
  if (part === null) return number;
  const value = add(number.value, part.value);
  return { ...number, next: part.next, mantissa: value, value, lastUnit: powerOfTen(-1) };
}

/** `3 dozen eggs`, `2 hundred dozen`. */
function withDozens(tokens: Tokens, number: WrittenNumber): WrittenNumber {
  const hundred = tokens.lower(number.next) === 'hundred' ? 1 : 0;
  const word = tokens.lower(number.next + hundred);
  if (number.form !== 'digits' || (word !== 'dozen' && word !== 'dozens')) return number;
  const dozen = exact(hundred === 1 ? 1200 : 12);
  const value = multiply(number.value, dozen);
  return { ...number, next: number.next + hundred + 1, mantissa: value, value, lastUnit: multiply(number.lastUnit, dozen) };
}

/** `3 hundred and 21`, `4 thousand 3 hundred`: what is added to a scaled number, if it is smaller than the scale. */
function withRemainder(tokens: Tokens, number: WrittenNumber): WrittenNumber {
  if (number.form !== 'digits' || number.scale === 0) return number;
  const hasAnd = tokens.lower(number.next) === 'and';
  const at = hasAnd ? number.next + 1 : number.next;
  if (!tokens.isNumber(at) || !tokens.at(at).gap) return number;
  const bare = readDigits(tokens, at);
  if (bare === null || bare.form !== 'digits') return number;
  const rest = withScale(tokens, bare, false);
  const isPart = rest.scale > 0 ? rest.scale < number.scale : number.scale === 2 && hasAnd;
  if (!isPart || compare(rest.value, powerOfTen(number.scale)) >= 0) return number;
  const value = add(number.value, rest.value);
  return { ...number, next: rest.next, value, mantissa: value, lastUnit: rest.lastUnit };
}

function readWords(tokens: Tokens, first: number): WrittenNumber | null {
  const spelled = readNumberWords(tokens, first);
  if (spelled === null) return null;
  const { value, next, isFraction } = spelled;
  if (isFraction) return fraction(first, next, value);
  const precision = precisionOfWords(value);
  const scale = scaleOfWords(tokens, next, value);
  return {
    first,
    next,
    form: 'words',
    mantissa: shift(value, -scale),
    scale,
    value,
    significantDigits: precision.digits,
    lastUnit: precision.lastUnit,
  };
}

/** The scale of `four billion` and `two and a half million`, so that `three and four billion` can share it. */
function scaleOfWords(tokens: Tokens, next: number, value: Exact): number {
  const scale = scaleWords.get(tokens.lower(next - 1)) ?? 0;
  return scale > HUNDRED && compare(value, powerOfTen(scale + HUNDRED + 1)) < 0 ? scale : 0;
}

const HUNDRED = 2;

function readDigits(tokens: Tokens, first: number): WrittenNumber | null {
  const { numeral, text } = tokens.at(first);
  const vulgar = numeral === null ? vulgarFractions.get(text) : undefined;
  if (vulgar !== undefined) return fraction(first, first + 1, divide(exact(vulgar[0]), exact(vulgar[1])));
  if (numeral === null || numeral.value === null) return null;
  const plain = readFraction(tokens, first);
  if (plain !== null) return fraction(first, plain.next, plain.value);
  const bottom = numeral.decimals === 0 ? readDigitBottom(tokens, first + 1) : null;
  if (bottom !== null) return fraction(first, bottom.next, divide(numeral.value, bottom.value));
  const part = readMixedPart(tokens, first + 1);
  if (part !== null && numeral.decimals === 0) return fraction(first, part.next, add(numeral.value, part.value));
  const eighths = numeral.decimals === 2 && isHyphen(tokens.at(first + 1).text) ? readFraction(tokens, first + 2) : null;
  if (eighths !== null && tokens.isAttached(first + 2)) return withEighths(first, numeral.value, eighths);
  const raised = readRaised(tokens, first, numeral.value);
  if (raised !== null) return { ...fraction(first, raised.next, raised.value), form: 'digits', significantDigits: numeral.integerDigits };
  const power = readTimesTen(tokens, first + 1);
  const { digits, lastUnit } = precisionOfDigits(numeral.value, numeral.integerDigits, numeral.decimals);
  if (power !== null) {
    const value = shift(numeral.value, power.exponent);
    return {
      first,
      next: power.next,
      form: 'digits',
      mantissa: value,
      scale: 0,
      value,
      significantDigits: digits,
      lastUnit: shift(lastUnit, power.exponent),
    };
  }
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

/** `$5.40-3/4`: grain is quoted in eighths and quarters of a cent. */
function withEighths(first: number, cents: Exact, part: { value: Exact; next: number }): WrittenNumber {
  const value = add(cents, shift(part.value, -2));
  return { ...fraction(first, part.next, value), form: 'digits', significantDigits: 3, lastUnit: exact(1, -3) };
}

/** `2 thirds`, `3 tenths`: plural bottoms behind digits. Quarters and seconds are times, halves are of games. */
function readDigitBottom(tokens: Tokens, at: number): Denominator | null {
  if (!tokens.isWord(at) || !tokens.lower(at).endsWith('s') || !tokens.at(at).gap) return null;
  const bottom = readDenominator(tokens, at);
  return bottom === null || !bottom.isPlural || timeBottoms.has(tokens.lower(at)) ? null : bottom;
}

const timeBottoms = new Set(['quarters', 'seconds', 'halves']);

/** Higher powers are written of ten only. */
const MAX_EXPONENT = 30;

/** `1.1^23`, `2^10`, `2.5^-1`. */
function readRaised(tokens: Tokens, first: number, base: Exact): { value: Exact; next: number } | null {
  if (tokens.at(first + 1).text !== '^' || !tokens.isAttached(first + 1)) return null;
  const hasSign = isMinus(tokens.at(first + 2).text) || tokens.at(first + 2).text === '+';
  const at = hasSign ? first + 3 : first + 2;
  if (!tokens.isAttached(first + 2) || !tokens.isAttached(at) || !/^\d{1,2}$/.test(tokens.at(at).text)) return null;
  const exponent = Number(tokens.at(at).text);
  if (exponent > MAX_EXPONENT || base.coefficient === 0) return null;
  let value = one;
  for (let count = 0; count < exponent; count += 1) value = multiply(value, base);
  return { value: isMinus(tokens.at(first + 2).text) ? divide(one, value) : value, next: at + 1 };
}

/** `× 10^8`, `x 10-3`, `×10⁶`, `·10^8` behind the digits. */
function readTimesTen(tokens: Tokens, at: number): { exponent: number; next: number } | null {
  const times = tokens.at(at).text;
  if ((times !== '×' && times !== 'x' && times !== '*' && times !== '·' && times !== '⋅') || tokens.at(at + 1).text !== '10') return null;
  const superscript = /^[⁰¹²³⁴-⁹]{1,2}$/.exec(tokens.at(at + 2).text);
  if (superscript !== null && tokens.isAttached(at + 2))
    return { exponent: Number([...superscript[0]].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')), next: at + 3 };
  const caret = tokens.at(at + 2).text === '^' ? at + 3 : at + 2;
  const isNegative = isMinus(tokens.at(caret).text);
  const digits = isNegative ? caret + 1 : caret;
  if ((caret === at + 2 && !isNegative) || !tokens.isAttached(digits) || !/^\d{1,2}$/.test(tokens.at(digits).text)) return null;
  const size = Number(tokens.at(digits).text);
  return { exponent: isNegative ? -size : size, next: digits + 1 };
}

/** The `1/4` or `¼` of `1-1/4`, `1 1/4` and `1¼`. */
function readMixedPart(tokens: Tokens, at: number): { value: WrittenNumber['value']; next: number } | null {
  const vulgar = tokens.at(at).kind === 'symbol' ? vulgarFractions.get(tokens.at(at).text) : undefined;
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
  const isProper =
    top.numeral.decimals === 0 && top.numeral.value.coefficient > 0 && top.numeral.value.coefficient < bottom.numeral.value.coefficient;
  return isProper ? { value: divide(top.numeral.value, bottom.numeral.value), next: at + 3 } : null;
}

/** A fraction names a rough share: one digit, its last unit a tenth. */
function fraction(first: number, next: number, value: WrittenNumber['value']): WrittenNumber {
  return { first, next, form: 'fraction', mantissa: value, scale: 0, value, significantDigits: 1, lastUnit: powerOfTen(-1) };
}

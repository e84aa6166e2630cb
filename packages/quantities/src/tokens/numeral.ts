import { type Exact, exact } from '../exact.ts';
import { isDigit, isLetter, isSpace } from './characters.ts';

/** A number in digits. `value` is null when the digits are no amount: a version, an address, an identifier. */
export interface Numeral {
  readonly end: number;
  readonly value: Exact | null;
  /** Digits before and after the decimal point, without grouping. */
  readonly integerDigits: number;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** More than one point: 1.2.3. */
  readonly dotted: boolean;
}

/** Longer runs of digits are identifiers; also what keeps hostile input linear, since big integers cost more than their length. */
const MAX_DIGITS = 24;
const MAX_EXPONENT = 40;

const COMMA = 0x2c;
const POINT = 0x2e;

/** Reads the digits at `start`, with grouping by commas, apostrophes or spaces, decimals and a power of ten (1.5e9). */
export function readNumeral(text: string, start: number): Numeral {
  const integerEnd = endOfDigits(text, start);
  const groupedEnd = endOfGroups(text, start, integerEnd);
  const grouped = groupedEnd > integerEnd;
  let end = groupedEnd;
  let decimals = 0;
  if (text.charCodeAt(end) === POINT && isDigit(text.charCodeAt(end + 1))) {
    const decimalEnd = endOfDigits(text, end + 1);
    decimals = decimalEnd - end - 1;
    end = decimalEnd;
  }
  const dottedEnd = decimals > 0 && !grouped ? endOfDottedParts(text, end) : end;
  const integer = digitsOf(text, start, groupedEnd);
  const shape = { integerDigits: integer.length, decimals, grouped, leadingZero: integer.length > 1 && integer.startsWith('0') };
  if (dottedEnd > end) return { ...shape, end: dottedEnd, value: null, dotted: true };
  if (integer.length + decimals > MAX_DIGITS) return { ...shape, end, value: null, dotted: false };
  const units = BigInt(integer + text.slice(end - decimals, end));
  const power = readPowerOfTen(text, end);
  return { ...shape, end: power.end, value: exact(units, power.exponent - decimals), dotted: false };
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** 1,234,567 · 1 234 567 · 1'234'567 · 12,34,567 (lakh, crore): one kind of separator throughout. */
function endOfGroups(text: string, start: number, integerEnd: number): number {
  const lead = integerEnd - start;
  const separator = text.charCodeAt(integerEnd);
  if (lead < 1 || lead > 3 || !isSeparator(separator) || (isSpace(separator) && text.charCodeAt(start) === 0x30)) return integerEnd;
  let end = integerEnd;
  while (text.charCodeAt(end) === separator) {
    const groupEnd = endOfDigits(text, end + 1);
    const size = groupEnd - end - 1;
    const isIndianGroup =
      size === 2 && separator === COMMA && lead <= 2 && text.charCodeAt(groupEnd) === COMMA && isGroupOfThreeAhead(text, groupEnd);
    if (size !== 3 && !isIndianGroup) break;
    end = groupEnd;
  }
  return end;
}

function isGroupOfThreeAhead(text: string, comma: number): boolean {
  const size = endOfDigits(text, comma + 1) - comma - 1;
  return size === 3 || size === 2;
}

function isSeparator(code: number): boolean {
  return code === COMMA || code === 0x27 || code === 0x2019 || (isSpace(code) && code !== 0x0a && code !== 0x0d);
}

function endOfDottedParts(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === POINT && isDigit(text.charCodeAt(end + 1))) end = endOfDigits(text, end + 1);
  return end;
}

/** `e10`, `e-3`, `E+9` right behind the digits, and nothing of a word behind it. */
function readPowerOfTen(text: string, start: number): { end: number; exponent: number } {
  const none = { end: start, exponent: 0 };
  const mark = text.charCodeAt(start);
  if (mark !== 0x65 && mark !== 0x45) return none;
  const sign = text.charCodeAt(start + 1);
  const isSigned = sign === 0x2b || sign === 0x2d;
  const digitsStart = isSigned ? start + 2 : start + 1;
  const end = endOfDigits(text, digitsStart);
  if (end === digitsStart || end - digitsStart > 2 || isLetter(text.charCodeAt(end))) return none;
  const size = Number(text.slice(digitsStart, end));
  if (size > MAX_EXPONENT) return none;
  return { end, exponent: sign === 0x2d ? -size : size };
}

function digitsOf(text: string, start: number, end: number): string {
  const written = text.slice(start, end);
  return end - start > MAX_DIGITS * 2 ? written : written.replace(/\D/g, '');
}

/**
 * An exact decimal number, `coefficient × 10^exponent`. The coefficient is a whole number: a `number` as long as that is safe
 * (no more than 2^53 − 1, so that nothing is ever rounded), else a `bigint`. Big integers cost tens of times more, and the news
 * hardly needs them.
 */
export interface Exact {
  readonly coefficient: Whole;
  readonly exponent: number;
}

type Whole = number | bigint;

/** Digits kept when a quotient has no end (1/3, 1 day in years). More than any newspaper writes, few enough to store. */
const QUOTIENT_DIGITS = 15;

/** Runs of this many digits are safe integers, whichever digits they are. */
const SAFE_DIGITS = 15;

/** The powers of ten that are safe integers. */
const safePowers: readonly number[] = Array.from({ length: SAFE_DIGITS + 1 }, (_, exponent) => Number(`1e${exponent}`));

const zero: Exact = { coefficient: 0, exponent: 0 };
export const one: Exact = { coefficient: 1, exponent: 0 };

export function exact(coefficient: Whole, exponent = 0): Exact {
  return { coefficient: typeof coefficient === 'number' ? coefficient : shortest(coefficient), exponent };
}

/** Reads `12`, `-0.5`, `1609.344`: digits with at most one point, no exponent and no grouping. */
export function parseExact(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { coefficient: parseWhole(text), exponent: 0 };
  return { coefficient: parseWhole(text.slice(0, point) + text.slice(point + 1)), exponent: point + 1 - text.length };
}

/** Digits, perhaps with a minus sign before them. */
export function parseWhole(digits: string): Whole {
  return digits.length <= SAFE_DIGITS ? Number(digits) : shortest(BigInt(digits));
}

export function powerOfTen(exponent: number): Exact {
  return { coefficient: 1, exponent };
}

export function multiply(a: Exact, b: Exact): Exact {
  return { coefficient: product(a.coefficient, b.coefficient), exponent: a.exponent + b.exponent };
}

export function shift(a: Exact, exponent: number): Exact {
  return exponent === 0 ? a : { coefficient: a.coefficient, exponent: a.exponent + exponent };
}

export function negate(a: Exact): Exact {
  return a.coefficient === 0 ? a : { coefficient: -a.coefficient, exponent: a.exponent };
}

export function absolute(a: Exact): Exact {
  return a.coefficient < 0 ? negate(a) : a;
}

export function add(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: sum(coefficientAt(a, exponent), coefficientAt(b, exponent)), exponent };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

/** Negative, zero or positive, as for sorting. */
export function compare(a: Exact, b: Exact): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [coefficientAt(a, exponent), coefficientAt(b, exponent)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) < 0 ? b : a;
}

/** `a / b`, exact when it ends within 15 significant digits, else rounded half away from zero to 15. */
export function divide(a: Exact, b: Exact): Exact {
  if (a.coefficient === 0) return zero;
  const isNegative = a.coefficient < 0 !== b.coefficient < 0;
  const top = BigInt(absolute(a).coefficient);
  const bottom = BigInt(absolute(b).coefficient);
  const places = Math.max(0, QUOTIENT_DIGITS + 1 + digitCount(bottom) - digitCount(top));
  const raised = top * 10n ** BigInt(places);
  const quotient = raised / bottom;
  const exponent = a.exponent - b.exponent - places;
  const sign = isNegative ? -1n : 1n;
  if (quotient * bottom === raised) return trim(exact(sign * quotient, exponent));
  const surplus = digitCount(quotient) - QUOTIENT_DIGITS;
  const unit = 10n ** BigInt(surplus);
  const rounded = (quotient + unit / 2n) / unit;
  return trim(exact(sign * rounded, exponent + surplus));
}

/** Without exponent and without trailing zeros: `-0.5`, `38000000000`. */
export function printExact(value: Exact): string {
  const { coefficient, exponent } = value;
  if (coefficient === 0) return '0';
  if (exponent === 0) return String(coefficient);
  if (exponent > 0) return String(coefficient) + '0'.repeat(exponent);
  const isNegative = coefficient < 0;
  const digits = String(isNegative ? -coefficient : coefficient).padStart(1 - exponent, '0');
  const point = digits.length + exponent;
  const end = endWithoutZeros(digits, point);
  const size = end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point);
  return isNegative ? `-${size}` : size;
}

/** The exponent of the last digit that is not zero: 3 for 38000, -2 for 0.05. */
export function lastDigitExponent(value: Exact): number {
  return trim(value).exponent;
}

/** The exponent of the first digit: 4 for 38000, -2 for 0.05. */
export function firstDigitExponent(value: Exact): number {
  return digitCount(absolute(value).coefficient) - 1 + value.exponent;
}

function trim(value: Exact): Exact {
  const { coefficient, exponent } = value;
  if (coefficient === 0) return zero;
  if (typeof coefficient === 'number') {
    let rest = coefficient;
    let zeros = 0;
    for (; rest % 10 === 0; zeros += 1) rest /= 10;
    return zeros === 0 ? value : { coefficient: rest, exponent: exponent + zeros };
  }
  const digits = coefficient.toString();
  const end = endWithoutZeros(digits, 0);
  return end === digits.length ? value : { coefficient: parseWhole(digits.slice(0, end)), exponent: exponent + digits.length - end };
}

/** Where digits end when the zeros behind `from` that end them are left out. */
function endWithoutZeros(digits: string, from: number): number {
  let end = digits.length;
  while (end > from && digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return end;
}

/** The coefficient that the value has with a smaller exponent. */
function coefficientAt(value: Exact, exponent: number): Whole {
  const places = value.exponent - exponent;
  if (places === 0) return value.coefficient;
  const power = safePowers[places];
  return power === undefined ? shortest(BigInt(value.coefficient) * 10n ** BigInt(places)) : product(value.coefficient, power);
}

/** A product of two safe integers that is rounded is no safe integer, and is worked out again. */
function product(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const rough = a * b;
    if (Number.isSafeInteger(rough)) return rough === 0 ? 0 : rough;
  }
  return shortest(BigInt(a) * BigInt(b));
}

function sum(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const rough = a + b;
    if (Number.isSafeInteger(rough)) return rough;
  }
  return shortest(BigInt(a) + BigInt(b));
}

function shortest(whole: bigint): Whole {
  return whole >= -MAX_SAFE && whole <= MAX_SAFE ? Number(whole) : whole;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function digitCount(whole: Whole): number {
  return whole.toString().length;
}

/** An exact decimal number, `units × 10^exponent`. Nothing here ever passes through a binary float. */
export interface Exact {
  readonly units: bigint;
  readonly exponent: number;
}

/** Digits kept when a quotient has no end (1/3, 1 day in years). More than any newspaper writes, few enough to store. */
const QUOTIENT_DIGITS = 15;

const zero: Exact = { units: 0n, exponent: 0 };
export const one: Exact = { units: 1n, exponent: 0 };

export function exact(units: bigint | number, exponent = 0): Exact {
  return { units: BigInt(units), exponent };
}

/** Reads `12`, `-0.5`, `1609.344`: digits with at most one point, no exponent and no grouping. */
export function parseExact(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), exponent: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), exponent: point + 1 - text.length };
}

export function powerOfTen(exponent: number): Exact {
  return { units: 1n, exponent };
}

export function multiply(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, exponent: a.exponent + b.exponent };
}

export function shift(a: Exact, exponent: number): Exact {
  return exponent === 0 ? a : { units: a.units, exponent: a.exponent + exponent };
}

export function negate(a: Exact): Exact {
  return { units: -a.units, exponent: a.exponent };
}

export function absolute(a: Exact): Exact {
  return a.units < 0n ? negate(a) : a;
}

export function add(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  return { units: unitsAt(a, exponent) + unitsAt(b, exponent), exponent };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

/** Negative, zero or positive, as for sorting. */
export function compare(a: Exact, b: Exact): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = unitsAt(a, exponent) - unitsAt(b, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) < 0 ? b : a;
}

/** `a / b`, exact when it ends within 15 significant digits, else rounded half away from zero to 15. */
export function divide(a: Exact, b: Exact): Exact {
  if (a.units === 0n) return zero;
  const negative = a.units < 0n !== b.units < 0n;
  const top = a.units < 0n ? -a.units : a.units;
  const bottom = b.units < 0n ? -b.units : b.units;
  const places = Math.max(0, QUOTIENT_DIGITS + 1 + digitCount(bottom) - digitCount(top));
  const raised = top * 10n ** BigInt(places);
  const quotient = raised / bottom;
  const exponent = a.exponent - b.exponent - places;
  const sign = negative ? -1n : 1n;
  if (quotient * bottom === raised) return trim({ units: sign * quotient, exponent });
  const surplus = digitCount(quotient) - QUOTIENT_DIGITS;
  const unit = 10n ** BigInt(surplus);
  const rounded = (quotient + unit / 2n) / unit;
  return trim({ units: sign * rounded, exponent: exponent + surplus });
}

/** Without exponent and without trailing zeros: `-0.5`, `38000000000`. */
export function printExact(value: Exact): string {
  const { units, exponent } = value;
  if (units === 0n) return '0';
  if (exponent >= 0) return units.toString() + '0'.repeat(exponent);
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(1 - exponent, '0');
  const point = digits.length + exponent;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : '.'}${fraction}`;
}

/** The exponent of the last digit that is not zero: 3 for 38000, -2 for 0.05. */
export function lastDigitExponent(value: Exact): number {
  return trim(value).exponent;
}

/** The exponent of the first digit: 4 for 38000, -2 for 0.05. */
export function firstDigitExponent(value: Exact): number {
  const size = value.units < 0n ? -value.units : value.units;
  return digitCount(size) - 1 + value.exponent;
}

function trim(value: Exact): Exact {
  if (value.units === 0n) return zero;
  const digits = value.units.toString();
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 0x30) end -= 1;
  if (end === digits.length) return value;
  return { units: BigInt(digits.slice(0, end)), exponent: value.exponent + digits.length - end };
}

function unitsAt(value: Exact, exponent: number): bigint {
  return value.exponent === exponent ? value.units : value.units * 10n ** BigInt(value.exponent - exponent);
}

function digitCount(value: bigint): number {
  return value.toString().length;
}

import { type Exact, firstDigitExponent, lastDigitExponent, powerOfTen } from '../exact.ts';

/** A number as it stands in the text, scale included, still without hedge and unit. */
export interface WrittenNumber {
  /** Index of its first token, and of the token behind it. */
  readonly first: number;
  readonly next: number;
  readonly form: 'digits' | 'words' | 'fraction';
  /** Without the scale: 1.3 of `1.3 trillion`. */
  readonly mantissa: Exact;
  /** The scale's power of ten; 0 when none is written. */
  readonly scale: number;
  /** With the scale. */
  readonly value: Exact;
  readonly significantDigits: number;
  /** The unit of the last significant digit, scaled: 10^11 for `1.3 trillion`. */
  readonly lastUnit: Exact;
}

/** Trailing zeros of a written-out number this long round it off (500,000); of a shorter one they count (30). */
const LONG_INTEGER_DIGITS = 4;
const LEAST_DIGITS_KEPT = 2;

/** How precisely digits are written. `30` and `5.40` mean each digit; `500,000` means two: nobody counted to the last chip. */
export function precisionOfDigits(mantissa: Exact, integerDigits: number, decimals: number): { digits: number; lastUnit: Exact } {
  const written = Math.max(1, integerDigits + decimals);
  if (decimals > 0 || integerDigits < LONG_INTEGER_DIGITS || mantissa.coefficient === 0)
    return { digits: written, lastUnit: powerOfTen(-decimals) };
  const last = Math.min(lastDigitExponent(mantissa), integerDigits - LEAST_DIGITS_KEPT);
  return { digits: integerDigits - last, lastUnit: powerOfTen(last) };
}

/** Number words up to a hundred are counted (seven, twenty-five); beyond it their trailing zeros round (two hundred and fifty). */
export function precisionOfWords(mantissa: Exact): { digits: number; lastUnit: Exact } {
  const first = firstDigitExponent(mantissa);
  const last = mantissa.coefficient === 0 || first < 2 ? Math.min(0, lastDigitExponent(mantissa)) : lastDigitExponent(mantissa);
  return { digits: Math.max(1, first - last + 1), lastUnit: powerOfTen(last) };
}

import { add, type Exact, exact, lastDigitExponent, multiply, powerOfTen } from '../exact.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyBefore } from '../units/readCurrency.ts';
import { unitNamed } from '../units/readUnit.ts';
import { type Order, pluralScales } from './orders.ts';
import { narrowed, readThirdsBefore } from './thirds.ts';

/**
 * `the $20s`, `the low $30s`, `mid-40s percent`, `$10s of millions`, `100s of jobs`: a round number in the plural stands for all
 * that begin with its digits. `$100s` without a word of place are hundreds. Null elsewhere; `isOpen` where house-sellers write `from the
 * low $300s` and mean thousands.
 */
export function readDecade(tokens: Tokens, at: number, floor: number): Order | null {
  const behind = behindPlural(tokens, at + 1);
  if (behind === null) return null;
  const { numeral, text } = tokens.at(at);
  if (numeral?.value == null || numeral.decimals > 0 || numeral.value.coefficient === 0 || !text.endsWith('0')) return null;
  const currency = at > floor ? readCurrencyBefore(tokens, at) : null;
  const first = currency === null || currency.first < floor ? at : currency.first;
  const unit = first < at && currency !== null ? currency.unit : null;
  const low = numeral.value;
  const scale = tokens.lower(behind) === 'of' ? pluralScales.get(tokens.lower(behind + 1)) : undefined;
  if (scale !== undefined) {
    const shift = powerOfTen(scale);
    const ends = { low: multiply(low, shift), high: multiply(multiply(low, shift), exact(TEN)) };
    if (!isPowerOfTen(low)) return null;
    return unit === null ? { first, next: behind + 2, ...ends } : { first, next: behind + 2, ...ends, unit };
  }
  if (unit === null && isPowerOfTen(low) && text.length > 2 && tokens.lower(behind) === 'of' && !tokens.isNumber(behind + 1))
    return { first, next: behind, low, high: multiply(low, exact(TEN)) };
  const percentEnd = unit === null ? endOfPercent(tokens, behind) : null;
  if (unit === null && percentEnd === null) return null;
  const step = powerOfTen(lastDigitExponent(low));
  const thirds = readThirdsBefore(tokens, first);
  const decade = { first, next: percentEnd ?? behind, unit: unit ?? unitNamed('percent'), isOpen: isPriceOfHomes(tokens, first, text) };
  if (thirds !== null) return { ...decade, ...narrowed(low, add(low, step), thirds) };
  return { ...decade, low, high: isPowerOfTen(low) ? multiply(low, exact(TEN)) : add(low, step) };
}

const TEN = 10;

/** The token behind `s` or `'s` that touches the number. */
function behindPlural(tokens: Tokens, at: number): number | null {
  const { text, gap } = tokens.at(at);
  if (gap) return null;
  if (text === 's') return at + 1;
  return (text === "'" || text === '’') && tokens.at(at + 1).text === 's' && tokens.isAttached(at + 1) ? at + 2 : null;
}

function endOfPercent(tokens: Tokens, at: number): number | null {
  if (tokens.lower(at) === 'percent' || tokens.lower(at) === '%') return at + 1;
  return tokens.lower(at) === 'per' && tokens.lower(at + 1) === 'cent' ? at + 2 : null;
}

function isPowerOfTen(value: Exact): boolean {
  const digits = String(value.coefficient).replace(/0+$/, '');
  return digits === '1';
}

/** `homes from the low $300s`: hundreds of thousands are meant. */
function isPriceOfHomes(tokens: Tokens, first: number, digits: string): boolean {
  if (digits.length !== 3) return false;
  for (let at = first - 1; at >= first - PLACE_TOKENS; at -= 1) if (tokens.lower(at) === 'the') return tokens.lower(at - 1) === 'from';
  return false;
}

/** `the low-to-mid`. */
const PLACE_TOKENS = 6;

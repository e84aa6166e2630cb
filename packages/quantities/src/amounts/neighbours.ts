import { add, compare, divide, exact, lastDigitExponent, multiply, one } from '../exact.ts';
import { readAndPart } from '../numbers/numberWords.ts';
import { canBeginNumber } from '../numbers/readNumber.ts';
import { scaled } from '../numbers/readScale.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isPartName, readCurrencyAfter } from '../units/readCurrency.ts';
import { unitNamed } from '../units/readUnit.ts';
import type { Unit } from '../units/unit.ts';
import { type Amount, isBare } from './amount.ts';
import { endsSentence } from './endsSentence.ts';
import { opensRange } from './ranges.ts';
import { readAmount } from './readAmount.ts';

/** Between a joiner and the second number stand at most a currency of two tokens. */
const MAX_PREFIX_TOKENS = 2;

/** Beyond this ratio the first amount is not meant in the second's scale: `from $900 to $1 million`. */
const MAX_SCALE_RATIO = 100;

/** `from 4.8 to 4.7 percent`, `45 and 50 mg`, `from $1.2 to $1.5 billion`: the first amount's unit or scale stands behind the second. */
export function withSharedUnit(tokens: Tokens, amount: Amount, floor: number): Amount {
  const isOpenMoney = amount.hasCurrencyBefore && amount.number.scale === 0;
  const isOpenNumber = isBare(amount) && amount.number.form === 'digits' && !amount.isDoubtful;
  if (!isOpenMoney && !isOpenNumber) return amount;
  const word = tokens.lower(amount.next);
  const isTo = word === 'to';
  if (!isTo && !unitSharers.has(word)) return amount;
  const near = readNext(tokens, amount.next + 1, floor);
  if (near !== null && isTo && opensRange(tokens, near)) return withScaleOfRange(tokens, amount, near);
  const other = near;
  if (other === null || other.isDoubtful) return amount;
  if (isOpenMoney)
    return isTo && sharesScale(amount, other)
      ? { ...amount, number: scaled(amount.number, other.number.scale, amount.number.next) }
      : amount;
  const isMeasured =
    other.unit !== null && (other.unit.kind === 'percent' || other.unit.kind === 'physical') && other.number.form === 'digits';
  return isMeasured && other.number.scale === 0 && !looksLikeYear(amount) ? { ...amount, unit: other.unit } : amount;
}

/** `from 24.2 to 33-35 billion euros`, `from $24.2 to $33-35bn`: the scale and unit stand behind the range that it rose to. */
function withScaleOfRange(tokens: Tokens, amount: Amount, near: Amount): Amount {
  const far = readAmount(tokens, near.next + 1, near.next + 1, near.hasCurrencyBefore);
  if (far === null || far.isDoubtful || looksLikeYear(amount)) return amount;
  const number = far.number.scale > 0 ? scaled(amount.number, far.number.scale, amount.number.next) : amount.number;
  return { ...amount, number, unit: amount.unit ?? far.unit };
}

/** `45 and 50 mg`, `10 x 20 cm`, `10 by 20 metres`, `10 ± 0.1 mm`. */
const unitSharers = new Set(['and', 'or', ',', 'x', '×', 'by', '±']);

function readNext(tokens: Tokens, first: number, floor: number): Amount | null {
  for (let at = first; at <= first + MAX_PREFIX_TOKENS; at += 1) {
    if (canBeginNumber(tokens, at)) {
      const other = readAmount(tokens, at, Math.max(floor, first));
      return other !== null && other.first === first ? other : null;
    }
    if (tokens.at(at).kind === 'break') return null;
  }
  return null;
}

function sharesScale(amount: Amount, other: Amount): boolean {
  if (!other.hasCurrencyBefore || other.unit?.base !== amount.unit?.base || other.number.scale === 0) return false;
  const most = multiply(other.number.mantissa, exact(MAX_SCALE_RATIO));
  return (
    compare(amount.number.mantissa, most) <= 0 &&
    compare(multiply(amount.number.mantissa, exact(MAX_SCALE_RATIO)), other.number.mantissa) >= 0
  );
}

function looksLikeYear(amount: Amount): boolean {
  const { value } = amount.number;
  return value.exponent === 0 && value.coefficient >= 1900 && value.coefficient < 2100;
}

/** `thirteen dollars and forty-five cents`, `3 UAH 4 kopiykas`, `15 dollars 50`: one amount of money in two parts. */
export function withSubunits(tokens: Tokens, amount: Amount): Amount {
  const { number } = amount;
  const unit = amount.unit?.written === 'pound' ? poundBeforePence(tokens, amount) : amount.unit;
  if (unit?.kind !== 'money' || unit.written !== unit.base || number.scale !== 0 || number.value.exponent < 0) return amount;
  const at = tokens.lower(amount.next) === 'and' ? amount.next + 1 : amount.next;
  if (!canBeginNumber(tokens, at)) return amount;
  const cents = readAmount(tokens, at, at);
  if (cents === null || cents.isNegative || compare(cents.number.value, exact(100)) >= 0 || cents.number.value.exponent < 0) return amount;
  const next = endOfPart(tokens, cents);
  if (next === null) return amount;
  const value = add(number.value, multiply(cents.number.value, exact(1, -2)));
  const whole = { ...number, value, mantissa: value, lastUnit: exact(1, -2), significantDigits: number.significantDigits + 2 };
  return { ...amount, next, unit, number: whole };
}

/** `three pounds and 50 pence`: the pence say that the pounds are money. */
function poundBeforePence(tokens: Tokens, { next }: Amount): Unit | null {
  const at = tokens.lower(next) === 'and' ? next + 2 : next + 1;
  const hasPence = /^(?:p|pence|pennies|penny)$/.test(tokens.lower(at)) || /^(?:pence)$/.test(tokens.lower(at + 2));
  return hasPence ? (readCurrencyAfter(tokens, next - 1, true)?.unit ?? null) : null;
}

/** Behind the hundredths: they are named, or nothing but the sentence's end follows (`It costs 15 dollars and 50.`). */
function endOfPart(tokens: Tokens, cents: Amount): number | null {
  if (cents.unit !== null) return cents.unit.kind === 'money' && cents.unit.written !== cents.unit.base ? cents.next : null;
  const name = tokens.lower(cents.number.next);
  if (isPartName(name) || (shortParts.has(name) && tokens.isAttached(cents.number.next))) return cents.number.next + 1;
  return isBare(cents) && endsSentence(tokens, cents.next) ? cents.next : null;
}

/** Behind dollars and the like these are cents: `$20 and 43c`. */
const shortParts = new Set(['c', 'ct', 'p']);

/** `two hours 30 minutes and 15 seconds` has three parts; more is a list. */
const MAX_PARTS = 3;

/**
 * `one week three days`, `2 years and 6 months`, `5 feet 10 inches`: a length or a time in several units is one amount. It is counted in
 * the smallest, where it is exact, and named by the first: people speak of a six-foot man and a two-and-a-half-year term.
 */
export function withSmallerUnit(tokens: Tokens, amount: Amount): Amount {
  let whole = amount;
  for (let parts = 1; parts < MAX_PARTS; parts += 1) {
    const longer = withPart(tokens, whole);
    if (longer === null) break;
    whole = longer;
  }
  return whole;
}

function withPart(tokens: Tokens, amount: Amount): Amount | null {
  const { unit, number } = amount;
  if (unit === null || (unit.kind !== 'duration' && unit.base !== 'm') || amount.isAge || number.scale !== 0) return null;
  const fraction = lastDigitExponent(number.value) < 0 ? null : readAndPart(tokens, amount.next);
  if (fraction !== null) {
    const sum = add(number.value, fraction.value);
    return { ...amount, next: fraction.next, number: { ...number, value: sum, mantissa: sum, lastUnit: exact(1, -1) } };
  }
  const joiner = tokens.lower(amount.next);
  const at = joiner === 'and' ? amount.next + 1 : amount.next;
  if (!canBeginNumber(tokens, at) || tokens.lower(at) === 'a' || tokens.lower(at) === 'an' || lastDigitExponent(number.value) < 0)
    return null;
  const part = inInches(tokens, unit, readAmount(tokens, at, at));
  if (part?.unit == null || part.unit.base !== unit.base || part.unit.kind !== unit.kind || part.number.scale !== 0 || part.isAtLeast)
    return null;
  const ratio = divide(multiply(unit.numerator, part.unit.denominator), multiply(unit.denominator, part.unit.numerator));
  if (compare(ratio, one) <= 0 || compare(part.number.value, ratio) >= 0) return null;
  if (at > amount.next && unit.base === 'm' && !joinedLengths.has(`${unit.written} ${part.unit.written}`)) return null;
  const value = add(multiply(number.value, ratio), part.number.value);
  const joined = { ...number, value, mantissa: value, lastUnit: part.number.lastUnit };
  return { ...amount, next: part.next, unit: part.unit, namedUnit: amount.namedUnit ?? unit, isAge: part.isAge, number: joined };
}

/** `six feet two`, `6 ft 2 tall`: a bare number behind feet, where the sentence ends or tells a height. */
function inInches(tokens: Tokens, unit: Unit, part: Amount | null): Amount | null {
  if (part === null || unit.written !== 'ft' || !isBare(part) || compare(part.number.value, exact(12)) >= 0) return part;
  const inch = unitNamed('inch');
  if (tokens.lower(part.next) === 'in' && (tokens.isAttached(part.next) || tokens.at(part.next + 1).kind !== 'word'))
    return { ...part, next: part.next + 1, unit: inch };
  const tellsHeight = endsSentence(tokens, part.next) || tokens.lower(part.next) === 'tall';
  return tellsHeight ? { ...part, unit: inch } : part;
}

/** Lengths that `and` may join into one: `5 feet and 2 inches`. */
const joinedLengths = new Set(['ft in', 'yd ft', 'yd in', 'mi yd', 'mi ft', 'm cm', 'm mm', 'cm mm', 'km m']);

import { absolute, add, compare, exact, negate, one } from '../exact.ts';
import { canBeginNumber } from '../numbers/readNumber.ts';
import { scaled } from '../numbers/readScale.ts';
import { scaleWords } from '../numbers/scales.ts';
import { isDash, isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isUsualYear } from '../typed/calendar.ts';
import { type Amount, isBare } from './amount.ts';
import { isInChange } from './changes.ts';
import { readRate } from './rates.ts';
import { readAmount } from './readAmount.ts';

/** Two amounts that bound one: with the scale and unit that they share. */
export interface AmountRange {
  readonly low: Amount;
  readonly high: Amount;
}

/** Between a joiner and the second number there are at most a sign and a currency of three tokens (US, $, -). */
const MAX_PREFIX_TOKENS = 3;

/** Reads what follows an amount as the far end of a range, or null. `floor`: nothing before it belongs to this sentence part. */
export function readRange(tokens: Tokens, low: Amount, floor: number): AmountRange | null {
  const joiner = readJoiner(tokens, behindRate(tokens, low), floor);
  if (joiner === null) return null;
  const numberAt = findNumber(tokens, joiner.next);
  if (numberAt === null) return null;
  const high = readAmount(tokens, numberAt, joiner.next, low.hasCurrencyBefore);
  if (high === null || high.first !== joiner.next || high.isNegative || high.isDoubtful || isOpenMoney(low)) return null;
  if (joiner.kind === 'to' && opensRange(tokens, high)) return null;
  if (low.isAge && low.next === low.number.next) return shareAge(low, high, joiner.kind);
  return share(low, withScaleBefore(high, low), joiner.kind);
}

/** `MSEK 350–400`: the scale stands once, before both. */
function withScaleBefore(high: Amount, { scaleBefore }: Amount): Amount {
  if (scaleBefore === 0 || high.number.scale !== 0 || high.unit !== null) return high;
  return { ...high, number: scaled(high.number, scaleBefore, high.number.next) };
}

function isOpenMoney({ isDoubtful, unit }: Amount): boolean {
  return isDoubtful && unit?.kind === 'money';
}

/** The `33` of `from 24.2 to 33-35 billion`: it begins a range of its own, to which something rose. */
export function opensRange(tokens: Tokens, { number, next, unit, hasCurrencyBefore }: Amount): boolean {
  const isOpen = number.scale === 0 && (unit === null || hasCurrencyBefore) && next === number.next;
  return isOpen && isDash(tokens.at(next).text) && tokens.isAttached(next) && tokens.isNumber(next + 1) && tokens.isAttached(next + 1);
}

/** `from $5 a share to $6 a share`: the range goes on behind the rate, if the far end has the same. */
function behindRate(tokens: Tokens, low: Amount): Amount {
  if (low.unit === null || rangeJoiners.has(tokens.lower(low.next))) return low;
  const rate = readRate(tokens, low.next);
  if (rate === null || !rangeJoiners.has(tokens.lower(rate.next))) return low;
  const numberAt = findNumber(tokens, rate.next + 1);
  const high = numberAt === null ? null : readAmount(tokens, numberAt, rate.next + 1);
  return high !== null && readRate(tokens, high.next)?.per === rate.per ? { ...low, next: rate.next } : low;
}

const rangeJoiners = new Set(['to', 'and', '-', '–']);

type JoinerKind = 'dash' | 'to' | 'and' | 'or';

function readJoiner(tokens: Tokens, low: Amount, floor: number): { kind: JoinerKind; next: number } | null {
  const at = low.next;
  const token = tokens.at(at);
  if (isHyphen(token.text) && isHyphen(tokens.at(at + 1).text) && tokens.isAttached(at + 1) && token.gap === tokens.at(at + 2).gap)
    return { kind: 'dash', next: at + 2 };
  if (isDash(token.text)) {
    const isDashTo =
      isHyphen(token.text) && tokens.lower(at + 1) === 'to' && isHyphen(tokens.at(at + 2).text) && !token.gap && tokens.isAttached(at + 3);
    if (isDashTo) return { kind: 'to', next: at + 3 };
    const isHangingTo = isHyphen(token.text) && !token.gap && tokens.at(at + 1).gap && tokens.lower(at + 1) === 'to';
    if (isHangingTo) return { kind: 'to', next: at + 2 };
    const isEven = token.gap === tokens.at(at + 1).gap;
    const isTight = !token.gap || token.text === '–' || isBare(low);
    return isEven && isTight ? { kind: 'dash', next: at + 1 } : null;
  }
  if (token.lower === 'to') {
    const isChange =
      !isFromZero(low) &&
      !isRangeOf(tokens, low) &&
      !isExpectedMove(tokens, low) &&
      isInChange(tokens, low.first, floor) &&
      !isOldRange(tokens, at);
    return isChange ? null : { kind: 'to', next: at + 1 };
  }
  if (
    token.lower === 'up' &&
    tokens.lower(at + 1) === 'to' &&
    fromWords.has(tokens.lower(low.first - 1)) &&
    !isInChange(tokens, low.first, floor)
  )
    return { kind: 'to', next: at + 2 };
  if (token.text === '~' || token.text === '～' || token.lower === 'till' || token.lower === 'through') return { kind: 'to', next: at + 1 };
  if (token.lower === 'and') return isAfterBetween(tokens, low, floor) ? { kind: 'and', next: at + 1 } : null;
  if (token.lower === 'or') return { kind: 'or', next: at + 1 };
  return null;
}

/**
 * `drop to a range of $51 billion to $53 billion`, `gains ranging from 5 to 9 jobs`, `sinking as low as 3.1 to 3.3 percent`: the words say
 * that both are ends, whatever the verb.
 */
function isRangeOf(tokens: Tokens, low: Amount): boolean {
  const before = tokens.lower(low.first - 1);
  if (before === 'from') return rangeVerbs.has(tokens.lower(low.first - 2));
  if (before === 'as') return tokens.lower(low.first - 3) === 'as';
  return (before === 'of' || before === 'to') && tokens.lower(low.first - 2) === 'range';
}

/** `will fall by 40% to 45%`: of what hasn't happened nobody knows the level that it led to, so both are the size of the move. */
function isExpectedMove(tokens: Tokens, low: Amount): boolean {
  if (tokens.lower(low.first - 1) !== 'by' || low.unit?.kind !== 'percent') return false;
  for (let at = low.first - 2; at >= low.first - EXPECTED_NEAR && tokens.at(at).kind !== 'break'; at -= 1)
    if (modals.has(tokens.lower(at))) return true;
  return false;
}

/** `will go on, they think, to fall by`. */
const EXPECTED_NEAR = 7;
const modals = new Set('will would may might could should can expected likely forecast projected predicted'.split(' '));

const rangeVerbs = new Set('range ranges ranged ranging vary varies varied varying'.split(' '));

/** `goes from 0 to 62 mph`: a run through all that lies between, whatever the verb. */
function isFromZero(low: Amount): boolean {
  return low.next === low.number.next && !low.hasCurrencyBefore && low.number.value.coefficient === 0;
}

/** `revised from 5 to 7 per cent to 3 to 5 per cent`: the change is from range to range. `at` is the first `to`. */
function isOldRange(tokens: Tokens, at: number): boolean {
  for (let second = at + 2; second <= at + MAX_RANGE_TOKENS && tokens.at(second).kind !== 'break'; second += 1) {
    if (tokens.lower(second) === 'to') return endsOnRange(tokens, second + 1);
  }
  return false;
}

/** `to $7 billion to`, `to 7 per cent to`. */
const MAX_RANGE_TOKENS = 6;

function endsOnRange(tokens: Tokens, first: number): boolean {
  for (let at = first; at < first + MAX_RANGE_TOKENS && tokens.at(at).kind !== 'break'; at += 1) {
    const joins = tokens.lower(at) === 'to' || isDash(tokens.at(at).text);
    if (joins && at > first && findNumber(tokens, at + 1) !== null) return true;
  }
  return false;
}

const fromWords = new Set(['from', 'between']);

/** `between about $10 …`: the word stands before the amount or before its hedge. */
function isAfterBetween(tokens: Tokens, low: Amount, floor: number): boolean {
  for (let at = low.first - 1; at >= floor && at >= low.first - MAX_PREFIX_TOKENS; at -= 1) {
    if (tokens.lower(at) === 'between') return true;
  }
  return false;
}

function findNumber(tokens: Tokens, first: number): number | null {
  for (let at = first; at <= first + MAX_PREFIX_TOKENS; at += 1) {
    const token = tokens.at(at);
    if (canBeginNumber(tokens, at))
      return (token.lower === 'a' || token.lower === 'an') && !scaleWords.has(tokens.lower(at + 1)) ? null : at;
    if (token.kind === 'break' || token.text === ',' || token.text === '.') return null;
  }
  return null;
}

/** `aged 55 to 80`: the word before the first makes ages of both. */
function shareAge(low: Amount, high: Amount, kind: JoinerKind): AmountRange | null {
  const { unit } = low;
  const range = unit !== null && isBare(high) ? share({ ...low, unit: null }, { ...high, unit }, kind) : null;
  return range === null ? null : { low: { ...range.low, isAge: true }, high: { ...range.high, isAge: true } };
}

/** `in 1986 to 550,332 dinars`: what goes up to more than any year and has a unit began in none. */
const LAST_YEAR = 3000;

function share(low: Amount, high: Amount, kind: JoinerKind): AmountRange | null {
  const unit = low.unit ?? high.unit;
  if (low.unit !== null && high.unit !== null && (low.unit.base !== high.unit.base || low.unit.per !== high.unit.per)) return null;
  if (low.unit !== null && high.unit === null && !low.hasCurrencyBefore) return null;
  if (low.unit !== null && low.unit.written !== (high.unit ?? low.unit).written && !low.hasCurrencyBefore) return null;
  if (high.hasCurrencyBefore && !low.hasCurrencyBefore) return null;
  if (
    (high.number.scale > 0 || (high.unit !== null && compare(high.number.value, exact(LAST_YEAR)) > 0)) &&
    isBare(low) &&
    low.number.form === 'digits' &&
    isUsualYear(low.number.value.coefficient.toString()) &&
    low.number.value.exponent === 0
  )
    return null;
  const isMoneyBeforeCount = low.hasCurrencyBefore && high.unit === null && high.noun !== null;
  if (isMoneyBeforeCount && kind !== 'dash') return null;
  const noun = isMoneyBeforeCount ? null : (high.noun ?? low.noun);
  if (low.noun !== null && high.noun === null) return null;
  const isNamed = unit !== null || noun !== null;
  if (kind === 'dash' && !isNamed && low.number.scale === 0 && high.number.scale === 0) return null;
  if (isOdds(low, high)) return null;
  const lowNumber = takesScale(low, high) ? scaled(low.number, high.number.scale, low.number.next) : low.number;
  if (compare(absolute(lowNumber.value), high.number.value) >= 0 && !low.isNegative) return null;
  if (kind === 'or' && !isNeighbour(low, high)) return null;
  const isMoney = unit?.kind === 'money';
  if (high.unit === null && !isMoney && low.unit !== null) return null;
  return { low: { ...low, number: lowNumber, unit, noun }, high: { ...high, unit, noun } };
}

/** `0.67 to one`, `3 to 1`: so many against one, without a unit. */
function isOdds(low: Amount, high: Amount): boolean {
  const isOne = high.number.scale === 0 && compare(high.number.value, one) === 0;
  return isOne && high.unit === null && low.unit === null && high.noun === null && low.number.value.coefficient !== 0;
}

/** `$1.3–1.5 trillion`, `10 to 12 million`: the low end is written without the scale that the high end names. */
function takesScale(low: Amount, high: Amount): boolean {
  if (low.number.scale !== 0 || high.number.scale === 0) return false;
  if (low.unit !== null && !low.hasCurrencyBefore) return false;
  return compare(low.number.mantissa, high.number.mantissa) <= 0;
}

/** `two or three years`, `$3 or $4`: only small neighbours are a range, `5 or 10` are a choice. */
function isNeighbour(low: Amount, high: Amount): boolean {
  return (
    (low.unit === null || (low.hasCurrencyBefore && high.hasCurrencyBefore)) &&
    low.number.mantissa.exponent === 0 &&
    high.number.mantissa.exponent === 0 &&
    compare(add(low.number.mantissa, one), high.number.mantissa) === 0 &&
    low.number.mantissa.coefficient < 20
  );
}

export function signedValue(amount: Amount): Amount['number']['value'] {
  return amount.isNegative ? negate(amount.number.value) : amount.number.value;
}

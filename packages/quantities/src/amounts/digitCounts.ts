import { powerOfTen } from '../exact.ts';
import { small } from '../numbers/cardinals.ts';
import { isHyphen } from '../tokens/characters.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyAfter } from '../units/readCurrency.ts';
import type { Unit } from '../units/unit.ts';
import type { Order } from './orders.ts';
import { narrowed, readThirdsBefore } from './thirds.ts';

/** Nobody counts the digits of shorter or longer sums. */
const LEAST_DIGITS = 2;
const MOST_DIGITS = 13;
/** `three figures` are more often people, or numbers, than a sum. */
const LEAST_DIGITS_OF_PLURAL = 4;

/** `a nine-figure sum`, `low seven figures`, `a seven- or eight-figure deal`: how many digits a sum has. Its currency is open unless it is said. */
export function readDigitCount(tokens: Tokens, at: number): Order | null {
  if (!mayGoOn(tokens, at + 1)) return null;
  const least = digitsAt(tokens, at);
  if (least === null) return null;
  const second = isHyphen(tokens.at(at + 1).text) ? at + 2 : at + 1;
  const isPair = tokens.lower(second) === 'to' || tokens.lower(second) === 'or';
  const last = isPair ? skipHyphen(tokens, second + 1) : at;
  const most = isPair ? digitsAt(tokens, last) : least;
  if (most === null || most < least) return null;
  const next = behindFigures(tokens, at, last, least);
  if (next === null) return null;
  const { unit, end } = currencyOf(tokens, next);
  const ends = { low: powerOfTen(least - 1), high: powerOfTen(most) };
  const thirds = readThirdsBefore(tokens, at);
  return { first: at, next: end, unit, ...(thirds === null ? ends : narrowed(ends.low, ends.high, thirds)) };
}

/** What stands behind most numbers ends the search. */
function mayGoOn(tokens: Tokens, at: number): boolean {
  const { lower, text } = tokens.at(at);
  if (!isHyphen(text)) return lower === 'figures' || lower === 'figure' || lower === 'to' || lower === 'or';
  const behind = tokens.lower(at + 1);
  return behind === 'figure' || behind === 'figures' || behind === 'to' || behind === 'or';
}

function digitsAt(tokens: Tokens, at: number): number | null {
  const { kind, text, lower } = tokens.at(at);
  const digits = kind === 'number' && text.length <= 2 ? Number(text) : small.get(lower);
  return digits !== undefined && digits >= LEAST_DIGITS && digits <= MOST_DIGITS ? digits : null;
}

/** The token behind `-figure`, or behind `figures` where a sum is meant. */
function behindFigures(tokens: Tokens, first: number, last: number, digits: number): number | null {
  const at = skipHyphen(tokens, last + 1);
  const word = tokens.lower(at);
  if (word === 'figure') return at > last + 1 || sums.has(tokens.lower(at + 1)) ? at + 1 : null;
  return word === 'figures' && digits >= LEAST_DIGITS_OF_PLURAL && isSum(tokens, first, at + 1) ? at + 1 : null;
}

const sums = new Set(
  'sum sums deal deals fee fees salary salaries valuation amount amounts income incomes bonus contract contracts offer investment price payout settlement loss losses profit profits budget donation cheque check debt debts bill bills fortune dollar euro pound exit buyout advance'.split(
    ' ',
  ),
);

/** Other `seven figures` stand in a painting. */
function isSum(tokens: Tokens, first: number, next: number): boolean {
  if (readThirdsBefore(tokens, first) !== null || sums.has(tokens.lower(next))) return true;
  const before = tokens.at(first - 1);
  if (before.kind !== 'word') return before.kind === 'break' && tokens.at(next).kind !== 'word';
  return sumVerbs.has(before.lower) || (before.lower === 'of' && sums.has(tokens.lower(first - 2)));
}

const sumVerbs = new Set(
  'in into worth at to reach reached reaches reaching hit hits for pay pays paid paying earn earns earned earning make makes made making cost costs costing over above under below exceed exceeds exceeded exceeding nearly almost about solid'.split(
    ' ',
  ),
);

/** `six-figure dollar sum`, `seven figures in euros`. */
function currencyOf(tokens: Tokens, at: number): { unit: Unit | null; end: number } {
  const name = tokens.lower(at) === 'in' ? at + 1 : at;
  const currency = tokens.isWord(name) ? readCurrencyAfter(tokens, name, false) : null;
  return currency === null ? { unit: null, end: at } : { unit: currency.unit, end: currency.next };
}

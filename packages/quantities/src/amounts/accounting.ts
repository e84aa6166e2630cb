import { readNumber } from '../numbers/readNumber.ts';
import { scaleBehind } from '../numbers/readScale.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { type CurrencyBefore, readCurrencyBefore } from '../units/readCurrency.ts';
import { unitNamed } from '../units/readUnit.ts';
import type { Unit } from '../units/unit.ts';
import { type Amount, plainAmount } from './amount.ts';
import { saysLoss } from './saidSigns.ts';

/** Digits that count footnotes are shorter, without grouping and decimals. */
const LEAST_TABLE_DIGITS = 2;

/**
 * A negative amount in accountants' parentheses at the number `at`, or null: `€(4.2) million`, `($12.3) million`, and `(1,234)` or `(3.1)%`
 * where it fills a table's cell. In running text parentheses only set aside, so that `5m pounds ($6.5m)` stays positive.
 */
export function readAccounting(tokens: Tokens, at: number, floor: number): Amount | null {
  const currencyInside = at > floor ? readCurrencyBefore(tokens, at) : null;
  const open = (currencyInside?.first ?? at) - 1;
  if (open < floor || tokens.at(open).text !== '(' || tokens.at(open + 1).gap) return null;
  const number = readNumber(tokens, at, true);
  if (number === null || number.form !== 'digits' || tokens.at(number.next).text !== ')' || !tokens.isAttached(number.next)) return null;
  return currencyInside === null
    ? (readBehindCurrency(tokens, number, open, floor) ?? readCell(tokens, number, open, null))
    : readCurrencyInside(tokens, number, open, currencyInside);
}

/** `€(4.2) million`: parentheses between a currency and a scale can only be a sign. */
function readBehindCurrency(tokens: Tokens, number: WrittenNumber, open: number, floor: number): Amount | null {
  const before = open > floor ? readCurrencyBefore(tokens, open) : null;
  if (before === null || before.first < floor) return null;
  return bySaidSign(tokens, negative(tokens, number, before.first, before.unit));
}

/** `($12.3) million`: so can parentheses that part an amount from its scale. */
function readCurrencyInside(tokens: Tokens, number: WrittenNumber, open: number, currency: CurrencyBefore): Amount | null {
  const hasScaleBehind = number.scale === 0 && scaleBehind(tokens, number, number.next + 1, true).scale > 0;
  return hasScaleBehind ? bySaidSign(tokens, negative(tokens, number, open, currency.unit)) : readCell(tokens, number, open, currency.unit);
}

/** `a net loss of $(12.3) million`: the word has said it, and twice negative would be a profit. */
function bySaidSign(tokens: Tokens, amount: Amount): Amount {
  return saysLoss(tokens, amount.first) ? { ...amount, isNegative: false } : amount;
}

/** `| (1,234) |`, `(3.1)%` in a column of its own. */
function readCell(tokens: Tokens, number: WrittenNumber, open: number, unit: Unit | null): Amount | null {
  const percentAt = number.next + 1;
  const isPercent = unit === null && tokens.at(percentAt).text === '%' && tokens.isAttached(percentAt);
  const next = isPercent ? percentAt + 1 : number.next + 1;
  const { numeral } = tokens.at(number.first);
  const isAmount = unit !== null || isPercent || numeral === null || numeral.decimals > 0 || numeral.grouped;
  if (!isAmount && (numeral.integerDigits < LEAST_TABLE_DIGITS || numeral.leadingZero)) return null;
  if (!isCell(tokens.text, tokens.at(open).start, tokens.at(next - 1).end)) return null;
  return negative(tokens, { ...number, next: next - 1 }, open, isPercent ? unitNamed('percent') : unit);
}

/** Fills a cell of a line that has columns: tabs, bars, or wide gaps stand on both sides of it. */
function isCell(text: string, start: number, end: number): boolean {
  const before = /[^\n\r\u2029]*$/.exec(text.slice(Math.max(0, start - MAX_PADDING), start))?.[0] ?? '';
  const after = /^[^\n\r\u2029]*/.exec(text.slice(end, end + MAX_PADDING))?.[0] ?? '';
  const isParted = /(?:^|[\t|]|\s{2})\s*$/.test(before) && /^\s*(?:$|[\t|]|\s{2})/.test(after);
  return isParted && (/[\t|]|\S\s{2,}$/.test(before) || /[\t|]|^\s{2,}\S/.test(after));
}

/** Wider gaps than this part no columns. */
const MAX_PADDING = 40;

/** `number.next` is the closing parenthesis; a scale behind it holds for the amount. */
function negative(tokens: Tokens, number: WrittenNumber, first: number, unit: Unit | null): Amount {
  const close = number.next + 1;
  const whole = number.scale === 0 ? scaleBehind(tokens, number, close, unit !== null) : { ...number, next: close };
  const { value, lastUnit } = whole;
  return { ...plainAmount({ first, next: whole.next, value, unit, lastUnit }), number: whole, isNegative: true };
}

import type { Amount } from './amounts/amount.ts';
import type { HedgeRule } from './amounts/hedges.ts';
import type { Multiple } from './amounts/multiples.ts';
import type { Order } from './amounts/orders.ts';
import { type AmountRange, signedValue } from './amounts/ranges.ts';
import type { Rate } from './amounts/rates.ts';
import { divide, type Exact, exact, multiply, printExact, subtract } from './exact.ts';
import { type Interval, intervalOf, intervalOfOrder, intervalOfRange, intervalWithin } from './intervals.ts';
import type { Decimal, Quantity, QuantityKind } from './quantity.ts';
import type { Tokens } from './tokens/tokens.ts';
import type { Unit } from './units/unit.ts';

/** What was read around an amount. */
export interface Context {
  readonly rule: HedgeRule | null;
  /** Half the width of the interval, in the written unit, where the text states it; it goes before the rule. */
  readonly tolerance?: Exact | undefined;
  readonly rate: Rate | null;
  readonly change: 'up' | 'down' | null;
}

export function quantityOfAmount(tokens: Tokens, amount: Amount, context: Context): Quantity {
  const { unit, number } = amount;
  const written = signedValue(amount);
  const { tolerance } = context;
  const interval = tolerance === undefined ? intervalOf(written, number.lastUnit, context.rule) : intervalWithin(written, tolerance);
  const printed = printExact(inNamedUnit(written, amount));
  if (amount.isDoubtful) {
    const open = { value: printed, valueHigh: null, unit: tokens.at(amount.next - 1).text };
    return makeQuantity(tokens, amount, context, { ...interval, low: null, high: null }, null, number.significantDigits, open);
  }
  const value = printExact(toBase(written, unit));
  return makeQuantity(tokens, amount, context, interval, value, number.significantDigits, {
    value: printed,
    valueHigh: null,
    unit: writtenUnit(amount),
  });
}

export function quantityOfRange(tokens: Tokens, { low, high }: AmountRange, context: Context): Quantity {
  const [from, to] = [signedValue(low), signedValue(high)];
  const written = { value: printExact(from), valueHigh: printExact(to), unit: writtenUnit(high) };
  const digits = Math.max(low.number.significantDigits, high.number.significantDigits);
  return makeQuantity(tokens, { ...high, first: low.first }, context, intervalOfRange(from, to), null, digits, written);
}

/** An order of magnitude; `amount` carries its unit or noun and span. */
export function quantityOfOrder(tokens: Tokens, order: Order, amount: Amount, context: Context): Quantity {
  const written = { value: printExact(order.low), valueHigh: printExact(order.high), unit: writtenUnit(amount) };
  return makeQuantity(tokens, amount, context, intervalOfOrder(order.low, order.high), null, 1, written);
}

export function quantityOfMultiple(tokens: Tokens, at: number, multiple: Multiple, rule: HedgeRule | null): Quantity {
  const { start, end, text } = tokens.at(at);
  const { hedge, low, high, lowOpen, highOpen } = intervalOf(multiple.value, exact(1, -1), rule);
  const value = printExact(multiple.value);
  return {
    start,
    end,
    text,
    kind: 'number',
    hedge,
    value,
    low: low && printExact(low),
    high: high && printExact(high),
    lowOpen,
    highOpen,
    unit: 'x',
    noun: null,
    per: null,
    significantDigits: 1,
    change: multiple.change,
    written: { value, valueHigh: null, unit: 'x' },
  };
}

/** `interval` is in the written unit, `value` in the base unit. */
function makeQuantity(
  tokens: Tokens,
  amount: Amount,
  context: Context,
  interval: Interval,
  value: Decimal | null,
  significantDigits: number,
  written: Quantity['written'],
): Quantity {
  const { unit, noun } = amount;
  const start = tokens.at(amount.first).start;
  const end = tokens.at(amount.next - 1).end;
  const { hedge, low, high, lowOpen, highOpen } = interval;
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    kind: unit?.kind ?? kindOfBare(amount),
    hedge,
    value,
    low: low && printExact(toBase(low, unit)),
    high: high && printExact(toBase(high, unit)),
    lowOpen,
    highOpen,
    unit: unit?.base ?? noun?.head ?? '',
    noun: noun === null ? null : { phrase: noun.phrase, start: tokens.at(noun.first).start, end: tokens.at(noun.next - 1).end },
    per: perOf(unit, context.rate),
    significantDigits,
    change: context.change,
    written,
  };
}

/** `10 Gb/s per pin`: what is built into the unit comes first. */
function perOf(unit: Unit | null, rate: Rate | null): string | null {
  const own = unit?.per ?? null;
  return own !== null && rate !== null ? `${own} per ${rate.per}` : (own ?? rate?.per ?? null);
}

function kindOfBare(amount: Amount): QuantityKind {
  return amount.noun === null ? 'number' : 'count';
}

/** 62 inches of `5 feet 2 inches` are 5.1666… feet. */
function inNamedUnit(value: Exact, { unit, namedUnit }: Amount): Exact {
  if (namedUnit === undefined || unit === null) return value;
  return divide(multiply(multiply(value, unit.numerator), namedUnit.denominator), multiply(unit.denominator, namedUnit.numerator));
}

function writtenUnit(amount: Amount): string {
  const unit = (amount.namedUnit ?? amount.unit)?.written ?? amount.noun?.head ?? '';
  return amount.isAge ? `${unit} of age` : unit;
}

function toBase(value: Exact, unit: Unit | null): Exact {
  if (unit === null || isBase(unit)) return value;
  const shifted = unit.offset === null ? value : subtract(value, unit.offset);
  const product = multiply(shifted, unit.numerator);
  return isOne(unit.denominator) ? product : divide(product, unit.denominator);
}

/** Nothing to convert. */
function isBase(unit: Unit): boolean {
  return unit.offset === null && isOne(unit.numerator) && isOne(unit.denominator);
}

function isOne(value: Exact): boolean {
  return value.coefficient === 1 && value.exponent === 0;
}

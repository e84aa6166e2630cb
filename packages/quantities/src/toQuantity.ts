import type { Amount } from './amounts/amount.ts';
import type { HedgeRule } from './amounts/hedges.ts';
import type { Multiple } from './amounts/multiples.ts';
import type { Order } from './amounts/orders.ts';
import { type AmountRange, signedValue } from './amounts/ranges.ts';
import type { Rate } from './amounts/rates.ts';
import { divide, type Exact, exact, multiply, printExact, subtract } from './exact.ts';
import { type Interval, intervalOf, intervalOfOrder, intervalOfRange, intervalWithin } from './intervals.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
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
  const written = signedValue(amount);
  const convert = (value: Exact): Exact => toBase(value, amount.unit);
  const { tolerance } = context;
  const stated = tolerance === undefined ? intervalOf(written, amount.number.lastUnit, context.rule) : intervalWithin(written, tolerance);
  const interval = mapInterval(stated, convert);
  const isOpen = amount.isDoubtful;
  return {
    ...spanOf(tokens, amount.first, amount.next),
    ...describe(tokens, amount, context),
    ...printInterval(isOpen ? { ...interval, low: null, high: null } : interval),
    value: isOpen ? null : printExact(convert(written)),
    significantDigits: amount.number.significantDigits,
    written: {
      value: printExact(inNamedUnit(written, amount)),
      valueHigh: null,
      unit: isOpen ? tokens.at(amount.next - 1).text : writtenUnit(amount),
    },
  };
}

export function quantityOfRange(tokens: Tokens, range: AmountRange, context: Context): Quantity {
  const low = signedValue(range.low);
  const high = signedValue(range.high);
  const convert = (value: Exact): Exact => toBase(value, range.high.unit);
  return {
    ...spanOf(tokens, range.low.first, range.high.next),
    ...describe(tokens, range.high, context),
    ...printInterval(mapInterval(intervalOfRange(low, high), convert)),
    value: null,
    significantDigits: Math.max(range.low.number.significantDigits, range.high.number.significantDigits),
    written: { value: printExact(low), valueHigh: printExact(high), unit: writtenUnit(range.high) },
  };
}

/** An order of magnitude; `amount` carries its unit or noun and span. */
export function quantityOfOrder(tokens: Tokens, order: Order, amount: Amount, context: Context): Quantity {
  const convert = (value: Exact): Exact => toBase(value, amount.unit);
  return {
    ...spanOf(tokens, amount.first, amount.next),
    ...describe(tokens, amount, context),
    ...printInterval(mapInterval(intervalOfOrder(order.low, order.high), convert)),
    value: null,
    significantDigits: 1,
    written: { value: printExact(order.low), valueHigh: printExact(order.high), unit: writtenUnit(amount) },
  };
}

export function quantityOfMultiple(tokens: Tokens, at: number, multiple: Multiple, rule: HedgeRule | null): Quantity {
  const interval = intervalOf(multiple.value, exact(1, -1), rule);
  return {
    ...spanOf(tokens, at, at + 1),
    kind: 'number',
    unit: 'x',
    noun: null,
    per: null,
    change: multiple.change,
    ...printInterval(interval),
    value: printExact(multiple.value),
    significantDigits: 1,
    written: { value: printExact(multiple.value), valueHigh: null, unit: 'x' },
  };
}

function spanOf(tokens: Tokens, first: number, next: number): Pick<Quantity, 'start' | 'end' | 'text'> {
  const start = tokens.at(first).start;
  const end = tokens.at(next - 1).end;
  return { start, end, text: tokens.text.slice(start, end) };
}

function describe(tokens: Tokens, amount: Amount, context: Context): Pick<Quantity, 'kind' | 'unit' | 'per' | 'change' | 'noun'> {
  const { unit, noun } = amount;
  const counted = noun === null ? null : { phrase: noun.phrase, start: tokens.at(noun.first).start, end: tokens.at(noun.next - 1).end };
  return {
    kind: unit?.kind ?? kindOfBare(amount),
    unit: unit?.base ?? noun?.head ?? '',
    noun: counted,
    per: unit?.per ?? context.rate?.per ?? null,
    change: context.change,
  };
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
  if (unit === null) return value;
  const shifted = unit.offset === null ? value : subtract(value, unit.offset);
  const product = multiply(shifted, unit.numerator);
  return unit.denominator.coefficient === 1 && unit.denominator.exponent === 0 ? product : divide(product, unit.denominator);
}

function mapInterval(interval: Interval, convert: (value: Exact) => Exact): Interval {
  return { ...interval, low: interval.low && convert(interval.low), high: interval.high && convert(interval.high) };
}

function printInterval(interval: Interval): Pick<Quantity, 'hedge' | 'low' | 'high' | 'lowOpen' | 'highOpen'> {
  const { hedge, lowOpen, highOpen } = interval;
  return { hedge, lowOpen, highOpen, low: interval.low && printExact(interval.low), high: interval.high && printExact(interval.high) };
}

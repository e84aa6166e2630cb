import type { Amount } from './amounts/amount.ts';
import { readChange } from './amounts/changes.ts';
import { readCountedNoun } from './amounts/countedNoun.ts';
import { type HedgeRule, readHedgeBefore, readHedgeBehind } from './amounts/hedges.ts';
import { readMultiple } from './amounts/multiples.ts';
import { readOrder } from './amounts/orders.ts';
import { readRange } from './amounts/ranges.ts';
import { readRate } from './amounts/rates.ts';
import { readAmount } from './amounts/readAmount.ts';
import { one } from './exact.ts';
import { canBeginNumber } from './numbers/readNumber.ts';
import type { Quantity } from './quantity.ts';
import type { Tokens } from './tokens/tokens.ts';
import { type Context, quantityOfAmount, quantityOfMultiple, quantityOfOrder, quantityOfRange } from './toQuantity.ts';
import { readBareNumber } from './typed/bareNumbers.ts';
import { readDate } from './typed/dates.ts';
import { readLabel } from './typed/labels.ts';
import type { TypedReading } from './typed/typedReading.ts';
import { readCurrencyAfter, readCurrencyBefore } from './units/readCurrency.ts';
import { readUnit } from './units/readUnit.ts';

/** Everything with a number in it, in order, without overlap. */
export interface Reading {
  readonly quantities: readonly Quantity[];
  readonly typed: readonly TypedReading[];
}

/** One step over the tokens: what was found, and the token to go on from. */
type Step = { readonly next: number; readonly quantity?: Quantity; readonly typed?: TypedReading };

/** Reads a text once, from left to right. What one step has used, the next can't: `floor` is where it begins. */
export function read(tokens: Tokens): Reading {
  const quantities: Quantity[] = [];
  const typed: TypedReading[] = [];
  let floor = 0;
  for (let at = 0; at < tokens.length; ) {
    const step = readAt(tokens, at, floor);
    if (step === null) {
      at += 1;
      continue;
    }
    if (step.quantity !== undefined) quantities.push(step.quantity);
    if (step.typed !== undefined) typed.push(step.typed);
    at = Math.max(step.next, at + 1);
    floor = at;
  }
  return { quantities, typed };
}

function readAt(tokens: Tokens, at: number, floor: number): Step | null {
  const token = tokens.at(at);
  if (token.kind === 'word') {
    const word = readWordAt(tokens, at, floor);
    if (word !== null) return word;
  }
  if (!canBeginNumber(tokens, at)) return null;
  return token.kind === 'number' ? (readLabelAt(tokens, at, floor) ?? readAmountAt(tokens, at, floor)) : readAmountAt(tokens, at, floor);
}

/** Dates that begin with a month, multiples in one word, orders of magnitude. */
function readWordAt(tokens: Tokens, at: number, floor: number): Step | null {
  const date = readDate(tokens, at);
  if (date !== null) return { next: date.next, typed: date };
  const multiple = readMultiple(tokens, at);
  if (multiple !== null) {
    const rule = readHedgeBefore(tokens, at, floor)?.rule ?? null;
    return { next: at + 1, quantity: quantityOfMultiple(tokens, at, multiple, rule) };
  }
  return readOrderAt(tokens, at, floor);
}

function readOrderAt(tokens: Tokens, at: number, floor: number): Step | null {
  const order = readOrder(tokens, at);
  if (order === null) return null;
  const of = tokens.lower(order.next) === 'of' ? order.next + 1 : order.next;
  const measured = readCurrencyAfter(tokens, of, true) ?? readUnit(tokens, of);
  const noun = measured === null ? readCountedNoun(tokens, of, false) : null;
  if (measured === null && noun === null && of === order.next) return null;
  const next = measured?.next ?? order.next;
  const number = {
    first: at,
    next: order.next,
    form: 'words',
    mantissa: order.low,
    scale: 0,
    value: order.low,
    significantDigits: 1,
    lastUnit: one,
  } as const;
  const amount: Amount = {
    first: at,
    next,
    number,
    unit: measured?.unit ?? null,
    noun,
    isNegative: false,
    hasCurrencyBefore: false,
    isAtLeast: false,
    isAge: false,
    isDoubtful: false,
  };
  const context: Context = { rule: null, rate: readRate(tokens, noun?.next ?? next), change: readChange(tokens, at, floor) };
  return { next, quantity: quantityOfOrder(tokens, order, amount, context) };
}

function readLabelAt(tokens: Tokens, at: number, floor: number): Step | null {
  const hasCurrency = at > floor && readCurrencyBefore(tokens, at) !== null;
  if (hasCurrency) return null;
  const label = readDate(tokens, at) ?? readLabel(tokens, at);
  return label === null ? null : { next: label.next, typed: { ...label, first: Math.max(label.first, floor) } };
}

function readAmountAt(tokens: Tokens, at: number, floor: number): Step | null {
  const low = readAmount(tokens, at, floor);
  if (low === null || isPronoun(tokens, low)) return null;
  const range = readRange(tokens, low, floor);
  const last = range?.high ?? low;
  const hedge = readHedgeBefore(tokens, low.first, floor);
  const nounEnd = last.noun?.next ?? last.next;
  const behind = readHedgeBehind(tokens, last.next) ?? readHedgeBehind(tokens, nounEnd);
  const rule: HedgeRule | null = last.isAtLeast
    ? 'at_least'
    : (behind ?? (hedge === null || isDuring(tokens, hedge, low) ? null : hedge.rule));
  if (range === null) {
    const label = readBareNumber(tokens, low, rule !== null);
    if (label !== null) return { next: label.next, typed: { ...label, first: Math.max(label.first, floor) } };
  }
  const context: Context = { rule, rate: readRate(tokens, nounEnd), change: readChange(tokens, low.first, floor) };
  const quantity = range === null ? quantityOfAmount(tokens, low, context) : quantityOfRange(tokens, range, context);
  return { next: last.next, quantity };
}

/** `$38bn over seven years`: with a duration, `over` and `within` tell the time that something takes. */
function isDuring(tokens: Tokens, hedge: { phrase: string; first: number }, amount: Amount): boolean {
  if (amount.unit?.kind !== 'duration' || amount.isAge) return false;
  return hedge.phrase === 'over' || hedge.phrase === 'within' || hedge.phrase === 'past' || (hedge.phrase === 'in' && tokens.length > 0);
}

/** `one` without anything counted is a pronoun; `a couple` without a noun are two people. */
function isPronoun(tokens: Tokens, amount: Amount): boolean {
  if (amount.number.form !== 'words' || amount.unit !== null || amount.noun !== null || amount.number.scale !== 0) return false;
  const word = tokens.lower(amount.number.first);
  return (
    word === 'one' ||
    word === 'couple' ||
    word === 'dozen' ||
    ((word === 'a' || word === 'an') && tokens.lower(amount.number.first + 1) === 'couple')
  );
}

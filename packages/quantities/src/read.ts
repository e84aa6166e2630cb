import { readAccounting } from './amounts/accounting.ts';
import { type Amount, plainAmount } from './amounts/amount.ts';
import { readArticleDuration, readWholeDuration, wholeWords } from './amounts/articleDurations.ts';
import { readArticleMeasure } from './amounts/articleMeasure.ts';
import { readArticleMoney } from './amounts/articleMoney.ts';
import { bareScaleWords, readBareScale } from './amounts/bareScale.ts';
import { readChange } from './amounts/changes.ts';
import { readCountedNoun } from './amounts/countedNoun.ts';
import { readDecade } from './amounts/decades.ts';
import { readDigitCount } from './amounts/digitCounts.ts';
import { withElidedUnit } from './amounts/elidedUnit.ts';
import { readHedgeBefore } from './amounts/hedges.ts';
import { multipleWords, readMultiple } from './amounts/multiples.ts';
import { withSharedUnit, withSmallerUnit, withSubunits } from './amounts/neighbours.ts';
import { type Order, orderWords, readOrder } from './amounts/orders.ts';
import { readPartOfUnit } from './amounts/partOfUnit.ts';
import { type AmountRange, readRange } from './amounts/ranges.ts';
import { readRate, readRateBehindSubstance } from './amounts/rates.ts';
import { readAmount } from './amounts/readAmount.ts';
import { readMarkedPair } from './amounts/readMarkedPair.ts';
import { readRule } from './amounts/readRule.ts';
import { readTolerance } from './amounts/tolerance.ts';
import { one } from './exact.ts';
import { numberBeginnings } from './numbers/numberWords.ts';
import { canBeginNumber } from './numbers/readNumber.ts';
import type { Quantity } from './quantity.ts';
import type { Tokens } from './tokens/tokens.ts';
import { WordFilter } from './tokens/wordFilter.ts';
import { type Context, quantityOfAmount, quantityOfMultiple, quantityOfOrder, quantityOfRange } from './toQuantity.ts';
import { readBareNumber } from './typed/bareNumbers.ts';
import { isUsualYear, months } from './typed/calendar.ts';
import { readDate } from './typed/dates.ts';
import { readLabel } from './typed/labels.ts';
import { isPronoun } from './typed/pronouns.ts';
import { readSpelledOrder } from './typed/spelledOrder.ts';
import { type TypedReading, typed } from './typed/typedReading.ts';
import { readCurrencyAfter, readCurrencyBefore } from './units/readCurrency.ts';
import { readScaledCurrencyBefore } from './units/readScaledCurrency.ts';
import { readUnit } from './units/readUnit.ts';

/** Everything with a number in it, in order, without overlap. */
export interface Reading {
  readonly quantities: Quantity[];
  readonly typed: readonly TypedReading[];
}

/** All but these words are passed over at the cost of one look. */
const wordsToRead: ReadonlySet<string> = new Set([
  ...numberBeginnings,
  ...months,
  ...multipleWords,
  ...orderWords,
  ...wholeWords,
  ...bareScaleWords,
]);

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

const filter = new WordFilter(wordsToRead);

function readAt(tokens: Tokens, at: number, floor: number): Step | null {
  const token = tokens.at(at);
  if (token.kind === 'word') {
    if (!filter.mayHave(token.lower) || !wordsToRead.has(token.lower)) return null;
    const word = readWordAt(tokens, at, floor);
    if (word !== null) return word;
  }
  if (!canBeginNumber(tokens, at)) return null;
  return token.kind === 'number' ? readDigitsAt(tokens, at, floor) : readAmountAt(tokens, at, floor);
}

function readDigitsAt(tokens: Tokens, at: number, floor: number): Step | null {
  const negative = readAccounting(tokens, at, floor);
  if (negative !== null) return readQuantityAt(tokens, negative, floor);
  const order = readOrderAt(tokens, readDecade(tokens, at, floor) ?? readDigitCount(tokens, at), floor);
  return order ?? readLabelAt(tokens, at, floor) ?? readAmountAt(tokens, at, floor);
}

/** Dates that begin with a month, multiples in one word, orders of magnitude. */
function readWordAt(tokens: Tokens, at: number, floor: number): Step | null {
  const date = readDate(tokens, at);
  if (date !== null) return { next: date.next, typed: date };
  const ordinal = readSpelledOrder(tokens, at);
  if (ordinal !== null) return { next: ordinal.next, typed: ordinal };
  const multiple = readMultiple(tokens, at);
  if (multiple !== null) {
    const rule = readHedgeBefore(tokens, at, floor)?.rule ?? null;
    return { next: at + 1, quantity: quantityOfMultiple(tokens, at, multiple, rule) };
  }
  const duration = readWholeDuration(tokens, at);
  if (duration !== null) return readQuantityAt(tokens, duration, floor);
  const scale = readBareScale(tokens, at);
  if (scale !== null) return readQuantityAt(tokens, scale, floor);
  return readOrderAt(tokens, readOrder(tokens, at) ?? readDigitCount(tokens, at), floor);
}

/** `tens of millions of dollars`, `the $20s`, `a nine-figure sum`: an order of magnitude with what it measures or counts. */
function readOrderAt(tokens: Tokens, order: Order | null, floor: number): Step | null {
  if (order === null) return null;
  const of = tokens.lower(order.next) === 'of' ? order.next + 1 : order.next;
  const isSaid = order.unit !== undefined;
  const measured = isSaid ? null : (readCurrencyAfter(tokens, of, true) ?? readUnit(tokens, of));
  const noun = isSaid || measured !== null ? null : readCountedNoun(tokens, of, false);
  if (!isSaid && measured === null && noun === null && of === order.next) return null;
  const next = measured?.next ?? order.next;
  const parts = { first: order.first, next, value: order.low, unit: order.unit ?? measured?.unit ?? null, lastUnit: one };
  const amount: Amount = { ...plainAmount(parts), noun, isDoubtful: order.isOpen === true };
  const context: Context = { rule: null, rate: readRate(tokens, noun?.next ?? next), change: readChange(tokens, order.first, floor) };
  const quantity = amount.isDoubtful ? quantityOfAmount(tokens, amount, context) : quantityOfOrder(tokens, order, amount, context);
  return { next, quantity };
}

function readLabelAt(tokens: Tokens, at: number, floor: number): Step | null {
  const mayHaveCurrency = at > floor;
  if (mayHaveCurrency && readCurrencyBefore(tokens, at) !== null) return null;
  const label = readDate(tokens, at) ?? readLabel(tokens, at);
  if (label !== null && mayHaveCurrency && readScaledCurrencyBefore(tokens, at) !== null) return null;
  return label === null ? null : { next: label.next, typed: { ...label, first: Math.max(label.first, floor) } };
}

function readAmountAt(tokens: Tokens, at: number, floor: number): Step | null {
  const special = tokens.isWord(at) ? readWithArticle(tokens, at, floor) : readMarkedPair(tokens, at);
  const written = special ?? readAmount(tokens, at, floor);
  return written === null || isPronoun(tokens, written) ? null : readQuantityAt(tokens, written, floor);
}

/** Amounts whose one is an article, and halves of one unit. */
function readWithArticle(tokens: Tokens, at: number, floor: number): Amount | null {
  return (
    readArticleDuration(tokens, at, floor) ??
    readArticleMoney(tokens, at, floor) ??
    readArticleMeasure(tokens, at) ??
    readPartOfUnit(tokens, at)
  );
}

/** The quantity that an amount begins: with its parts, the far end of its range, its hedge and its rate. */
function readQuantityAt(tokens: Tokens, written: Amount, floor: number): Step | null {
  const bare = withSmallerUnit(tokens, withSubunits(tokens, withSharedUnit(tokens, withElidedUnit(tokens, written), floor)));
  const found = readRange(tokens, bare, floor);
  const last = found?.high ?? bare;
  const nounEnd = last.noun?.next ?? last.next;
  const rate = readRate(tokens, nounEnd) ?? (last.unit === null ? null : readRateBehindSubstance(tokens, nounEnd));
  const end = rate?.isPartOfUnit === true && last.noun === null ? rate.next : last.next;
  const range = found === null ? null : { low: found.low, high: { ...found.high, next: end } };
  const low = range === null ? { ...bare, next: end } : bare;
  const rule = readRule(tokens, low, range?.high ?? low, floor);
  if (range === null) {
    const label = readBareNumber(tokens, bare, rule !== null);
    if (label !== null) return { next: label.next, typed: { ...label, first: Math.max(label.first, floor) } };
  }
  if (range !== null && isYearRange(tokens, range))
    return { next: range.high.number.next, typed: typed('year', low.first, range.high.number.next) };
  const tolerance = range === null ? readTolerance(tokens, low) : null;
  const context: Context = { rule, tolerance: tolerance?.width, rate, change: readChange(tokens, low.first, floor) };
  const quantity = range === null ? quantityOfAmount(tokens, low, context) : quantityOfRange(tokens, range, context);
  const next = hasNumber(tokens, last.noun?.first ?? end, nounEnd) ? nounEnd : end;
  return { next: tolerance?.next ?? next, quantity };
}

/** `from 2016 to 2022`; behind `from` or `between` these stay years when a noun follows (`between 2019 and 2024 emissions fell`). */
function isYearRange(tokens: Tokens, { low, high }: AmountRange): boolean {
  const isYear = ({ number, unit, isAtLeast }: Amount): boolean =>
    unit === null && number.scale === 0 && !isAtLeast && isUsualYear(tokens.at(number.first).text);
  const before = tokens.lower(low.first - 1);
  return isYear(low) && isYear(high) && (high.noun === null || before === 'from' || before === 'between');
}

/** A number inside the counted phrase (`Model 3 sedans`) is part of a name there, and read no second time. */
function hasNumber(tokens: Tokens, first: number, next: number): boolean {
  for (let at = first; at < next; at += 1) if (tokens.isNumber(at)) return true;
  return false;
}

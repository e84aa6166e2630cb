import { compare, exact } from '../exact.ts';
import { canBeginNumber, readNumber } from '../numbers/readNumber.ts';
import { scaled } from '../numbers/readScale.ts';
import { doubtfulScaleLetters, scaleWords } from '../numbers/scales.ts';
import type { WrittenNumber } from '../numbers/writtenNumber.ts';
import { isHyphen, isMinus, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isUsualYear } from '../typed/calendar.ts';
import { readCurrencyAfter, readCurrencyBefore, readCurrencyNameBefore } from '../units/readCurrency.ts';
import { readLooseUnit } from '../units/readLooseUnit.ts';
import { type LeadingCurrency, readScaledCurrencyAfter, readScaledCurrencyBefore } from '../units/readScaledCurrency.ts';
import { readUnit, type UnitReading, unitNamed } from '../units/readUnit.ts';
import type { Unit } from '../units/unit.ts';
import type { Amount } from './amount.ts';
import { type CountedNoun, readCountedNoun } from './countedNoun.ts';
import { endsSentence } from './endsSentence.ts';
import { readUnitOfPart } from './partOfUnit.ts';
import { endOfPlus, readMarks } from './readMarks.ts';

/**
 * Reads a number at `at` with the sign and currency before it and the unit or noun behind it. Nothing before `floor` is used.
 * `isMoney`: the near end of its range has shown that letters behind it are scales ($1.2m–1.4m).
 */
export function readAmount(tokens: Tokens, at: number, floor: number, isMoney = false): Amount | null {
  const signBehindCurrency = isMinus(tokens.at(at - 1).text) && at - 1 > floor && readCurrencyBefore(tokens, at - 1) !== null;
  const currencyEnd = signBehindCurrency ? at - 1 : at;
  const currency = currencyEnd > floor ? currencyEndingAt(tokens, currencyEnd, floor) : null;
  const bare = readNumber(tokens, at, isMoney || currency !== null);
  if (bare === null) return null;
  const marked = readMarks(tokens, bare, isMoney || currency !== null);
  const number = marked?.number ?? bare;
  const unsigned = currency !== null ? readMoney(tokens, number, currency) : withNameBefore(tokens, readMeasured(tokens, number), floor);
  const sign = signBehindCurrency ? at - 1 : readSign(tokens, unsigned.first, floor);
  const signed = sign === null ? unsigned : { ...unsigned, first: Math.min(sign, unsigned.first), isNegative: true };
  if (marked?.isOpen === true) return { ...signed, isDoubtful: true };
  return marked?.isAtLeast === true ? { ...signed, isAtLeast: true } : withPlus(tokens, signed);
}

function currencyEndingAt(tokens: Tokens, at: number, floor: number): LeadingCurrency | null {
  const scaledCurrency = readScaledCurrencyBefore(tokens, at);
  if (scaledCurrency !== null && scaledCurrency.first >= floor) return scaledCurrency;
  const plain = readCurrencyBefore(tokens, at);
  return plain === null || plain.first < floor ? null : { unit: plain.unit, first: plain.first, scale: 0 };
}

/** `Malaysian ringgit 42`: only where nothing behind the number says that it counts something else. */
function withNameBefore(tokens: Tokens, measured: Amount, floor: number): Amount {
  const { number } = measured;
  if (measured.unit !== null || measured.noun !== null || measured.isDoubtful || number.form === 'fraction') return measured;
  if (number.scale === 0 && isUsualYear(tokens.at(number.first).text)) return measured;
  const name = readCurrencyNameBefore(tokens, number.first, floor);
  return name === null ? measured : { ...measured, first: name.first, unit: name.unit, hasCurrencyBefore: true };
}

/** Money by a sign before it; a name behind it may say the same again or whose dollars they are ($38 billion US dollars). */
function readMoney(tokens: Tokens, number: WrittenNumber, { unit, first, scale }: LeadingCurrency): Amount {
  const after = readCurrencyAfter(tokens, number.next, true);
  const isWord = tokens.isWord(number.next) || isHyphen(tokens.at(number.next).text);
  const isSame =
    after !== null && isWord && after.unit.written === after.unit.base && (after.unit.base === unit.base || unit.base === 'USD');
  const isDollars = isSame && (after.unit.base === unit.base || after.unit.base.endsWith('D'));
  const repeats = isDollars && !isHyphen(tokens.at(number.next).text);
  const money = amount(number, {
    first,
    next: repeats ? after.next : number.next,
    unit: repeats ? after.unit : unit,
    hasCurrencyBefore: true,
    scaleBefore: scale ?? 0,
  });
  if (hasUnknownSuffix(tokens, money)) return { ...money, next: money.next + 1, isDoubtful: true };
  if (scale === 0) return money;
  if (scale === null || number.scale > 0) return { ...money, isDoubtful: true };
  return { ...money, number: scaled(number, scale, number.next) };
}

/** `$13zn`: letters that touch an amount of money and are neither its scale nor what it is for. */
function hasUnknownSuffix(tokens: Tokens, { next, number }: Amount): boolean {
  if (number.scale !== 0 || number.form !== 'digits' || !tokens.isWord(next) || !tokens.isAttached(next)) return false;
  return !priceSuffixes.has(tokens.lower(next)) && readUnit(tokens, next) === null;
}

/** What may touch a price and leaves it as it is: `$5each`, `£5pp`. */
const priceSuffixes = new Set('each ea per pp pcm pm pw pa ppl'.split(' '));

function readMeasured(tokens: Tokens, number: WrittenNumber): Amount {
  const scaledCurrency = readScaledCurrencyAfter(tokens, number.next);
  if (scaledCurrency !== null) return inScaledCurrency(number, scaledCurrency);
  const plain = readBehind(tokens, number, number.scale > 0);
  if (plain !== null) return plain;
  const letter = tokens.at(number.next);
  const doubtful = number.scale === 0 && tokens.isAttached(number.next) ? doubtfulScaleLetters.get(letter.text) : undefined;
  const measured = readUnit(tokens, number.next) ?? readUnitOfPart(tokens, number);
  const isLonger = measured !== null && measured.next > number.next + 1;
  if (doubtful !== undefined && !isLonger) return readDoubtful(tokens, number, doubtful);
  if (measured !== null && !isCalendarYear(tokens, number, measured))
    return withAge(tokens, amount(number, { next: measured.next, unit: measured.unit }));
  const age = readAgeBehindName(tokens, number);
  if (age !== null) return age;
  const spaced = readLooseUnit(tokens, number.next);
  if (spaced !== null) return amount(number, { next: spaced.next, unit: spaced.unit });
  return withNoun(tokens, number);
}

/** `50 MUSD`; with letters that nobody knows, or behind a scale of its own, the amount is open. */
function inScaledCurrency(number: WrittenNumber, { unit, next, scale }: { unit: Unit; next: number; scale: number | null }): Amount {
  if (scale === null || (scale > 0 && number.scale > 0)) return amount(number, { next, unit, isDoubtful: true });
  return amount(scaled(number, number.scale + scale, next), { next, unit });
}

/** `the 1986 full year`, `Sales 5,996,000 Year`: a year's own number, or the head of a table's next column. */
function isCalendarYear(tokens: Tokens, number: WrittenNumber, { unit, next }: UnitReading): boolean {
  const last = tokens.at(next - 1);
  if (unit.kind !== 'duration' || number.form !== 'digits' || last.lower.endsWith('s') || isHyphen(tokens.at(number.next).text))
    return false;
  const isYear = last.lower === 'year' && number.scale === 0 && isUsualYear(tokens.at(number.first).text);
  return isYear || (isUpperCase(last.text) && compare(number.value, exact(LEAST_COLUMN)) >= 0);
}

/** Nobody counts so many of a time in the singular. */
const LEAST_COLUMN = 1000;

/** A currency behind the number; the scale may follow it (75 USD million). */
function readBehind(tokens: Tokens, number: WrittenNumber, isScaled: boolean): Amount | null {
  const after = readCurrencyAfter(tokens, number.next, isScaled);
  if (after === null) return null;
  const scale = number.scale === 0 && after.unit.written === after.unit.base ? scaleWords.get(tokens.lower(after.next)) : undefined;
  if (scale === undefined || scale < 3) return amount(number, { next: after.next, unit: after.unit });
  return amount(scaled(number, scale, after.next + 1), { next: after.next + 1, unit: after.unit });
}

/** `200m`: a currency or a plural behind it makes it millions, a word of measuring makes it metres, else it stays open. */
function readDoubtful(tokens: Tokens, number: WrittenNumber, scale: number): Amount {
  const next = number.next + 1;
  const asScale = scaled(number, scale, next);
  const money = readBehind(tokens, asScale, true);
  if (money !== null) return money;
  const measured = tokens.at(next).gap ? readUnit(tokens, next) : null;
  if (measured !== null && (measured.next > next + 1 || tokens.at(next).text.length >= LEAST_UNIT_LETTERS))
    return amount(asScale, { next: measured.next, unit: measured.unit });
  const noun = readCountedNoun(tokens, next, false);
  const isCapital = tokens.at(number.next).text === 'M';
  if (noun !== null && !isMeasuring(tokens, next)) return amount(asScale, { next, noun });
  if (isCapital) return amount(asScale, { next });
  const unit = readUnit(tokens, number.next);
  const isMeasure =
    unit !== null &&
    (isMeasuring(tokens, isHyphen(tokens.lower(next)) ? next + 1 : next) || (unit.unit.base === 'g' && isOfWeight(tokens, number.first)));
  if (isMeasure) return amount(number, { next: unit.next, unit: unit.unit });
  return amount(number, { next, isDoubtful: true });
}

/** `a capacity of 100t`: a weight is spoken of right before the number. */
function isOfWeight(tokens: Tokens, at: number): boolean {
  for (let near = at - 1; near >= at - WEIGHT_NEAR && tokens.at(near).kind !== 'break'; near -= 1) {
    if (weightWords.has(tokens.lower(near))) return true;
  }
  return false;
}

/** `a lifting capacity of up to`. */
const WEIGHT_NEAR = 4;
const weightWords = new Set(
  'weigh weighs weighed weighing weight capacity load loads payload cargo tonnage tonnes displacement ballast'.split(' '),
);

/** `100m long`, but `1.2m to 1.4m` and `1.2m from 1.1m`, where the far end is as open as the near one. */
function isMeasuring(tokens: Tokens, at: number): boolean {
  return measuringWords.has(tokens.lower(at)) && !(farEnds.has(tokens.lower(at)) && canBeginNumber(tokens, at + 1));
}

const farEnds = new Set(['to', 'from', 'above', 'below']);

/** Shorter units behind `5m` could be words (in). */
const LEAST_UNIT_LETTERS = 3;

/** Behind `100m` these say that it is a length. */
const measuringWords = new Set(
  'long wide tall deep high thick away above below from race sprint freestyle hurdles relay pool butterfly backstroke breaststroke final swim dash off to underground north south east west'.split(
    ' ',
  ),
);

function withAge(tokens: Tokens, measured: Amount): Amount {
  if (measured.unit?.kind !== 'duration') return measured;
  if (tokens.lower(measured.next - 1) === 'yo') return { ...measured, isAge: true };
  const at = measured.next;
  const isHyphenated = isHyphen(tokens.lower(at)) && tokens.isAttached(at);
  const old = isHyphenated ? at + 1 : at;
  if (tokens.lower(old) === 'old' || tokens.lower(old) === 'olds') return { ...measured, next: old + 1, isAge: true };
  if (tokens.lower(at) === 'of' && tokens.lower(at + 1) === 'age') return { ...measured, next: at + 2, isAge: true };
  if (
    tokens.lower(measured.first - 1) === 'aged' ||
    (tokens.lower(measured.first - 1) === 'of' && tokens.lower(measured.first - 2) === 'age')
  )
    return { ...measured, isAge: true };
  return measured;
}

/** `Jane Doe, 52, resigned`, `aged 65`: a name and an age between commas, or the word before it. */
function readAgeBehindName(tokens: Tokens, number: WrittenNumber): Amount | null {
  const at = number.first;
  const isAged = (tokens.lower(at - 1) === 'aged' || tokens.lower(at - 1) === 'ages') && /^\d{1,2}$/.test(tokens.at(at).text);
  const isBetween = tokens.at(at - 1).text === ',' && tokens.at(at + 1).text === ',';
  const isAge = isBetween && /^[1-9]\d$/.test(tokens.at(at).text) && isUpperCase(tokens.at(at - 2).text) && tokens.isWord(at - 2);
  const year = isAge || isAged || isAgeOfPerson(tokens, at) ? unitNamed('year') : null;
  return year === null ? null : amount(number, { unit: year, isAge: true });
}

/** `who was 10.`, `when she turned 16,`: a person, a verb of being, and nothing behind the number. */
function isAgeOfPerson(tokens: Tokens, at: number): boolean {
  if (!agingVerbs.has(tokens.lower(at - 1)) || !persons.has(tokens.lower(at - 2)) || !/^[1-9]\d?$/.test(tokens.at(at).text)) return false;
  return endsSentence(tokens, at + 1) || tokens.at(at + 1).text === ',';
}

const agingVerbs = new Set(['is', 'was', 'turned', 'turns', 'are', 'were']);
const persons = new Set(['who', 'he', 'she', 'i']);

/** Behind `times` these make it a multiple, not a count of occasions: `three times as many`, `6.5 times earnings`. */
const ratioWords = new Set(
  'as more better worse larger bigger higher greater faster cheaper smaller lower the its their earnings revenue revenues sales book trailing forward ebitda that what'.split(
    ' ',
  ),
);

function withNoun(tokens: Tokens, number: WrittenNumber): Amount {
  const isFraction = number.form === 'fraction';
  const at = skipOf(tokens, number.next);
  const isOne = number.scale === 0 && number.value.coefficient === 1 && number.value.exponent === 0 && at === number.next;
  if (tokens.lower(at) === 'times' && (ratioWords.has(tokens.lower(at + 1)) || tokens.lower(at + 2) === 'than')) {
    const times = unitNamed('fold');
    if (times !== null) return amount(number, { next: at + 1, unit: times });
  }
  const noun =
    isFraction || (!tokens.at(at).gap && !isHyphen(tokens.at(at).text) && at === number.next)
      ? null
      : (readCountedNoun(tokens, at, isOne) ?? readWhole(tokens, at));
  return amount(number, { noun });
}

/** `60,000 of the 80,000 claims`: a part counts what the whole does. */
function readWhole(tokens: Tokens, at: number): CountedNoun | null {
  if (!tokens.isNumber(at) || !/^(?:of|the|its|their|these|those)$/.test(tokens.lower(at - 1))) return null;
  const whole = readNumber(tokens, at, false);
  return whole === null || whole.form !== 'digits' ? null : readCountedNoun(tokens, whole.next, false);
}

/** `a couple of weeks`, `hundreds of chips`, `two of the banks`. */
function skipOf(tokens: Tokens, at: number): number {
  if (tokens.lower(at) !== 'of') return at;
  const determiner = tokens.lower(at + 1);
  return determiner === 'the' || determiner === 'its' || determiner === 'their' || determiner === 'these' || determiner === 'those'
    ? at + 2
    : at + 1;
}

/** A minus sign that touches the amount and nothing before it, or the word. */
function readSign(tokens: Tokens, first: number, floor: number): number | null {
  const at = first - 1;
  if (at < floor) return null;
  const sign = tokens.at(at);
  if (sign.lower === 'minus' || sign.lower === 'negative') return isPlusOrMinus(tokens, at) ? null : at;
  const isBehindWord = at > floor && (tokens.lower(at - 1) === 'minus' || tokens.lower(at - 1) === 'negative');
  if (isHyphen(sign.text) && isBehindWord) return at - 1;
  if (!isMinus(sign.text) || tokens.at(first).gap) return null;
  const before = tokens.at(at - 1);
  return sign.gap || before.text === '(' || before.text === '"' || before.text === '“' ? at : null;
}

/** `plus or minus 3 points` tells a width. */
function isPlusOrMinus(tokens: Tokens, minusAt: number): boolean {
  return tokens.lower(minusAt - 1) === 'or' && tokens.lower(minusAt - 2) === 'plus';
}

/** `$1.1bn+`, `5GW-plus`, `20-odd channels`: what is said behind the scale or the unit. */
function withPlus(tokens: Tokens, read: Amount): Amount {
  const at = read.next;
  const plus = endOfPlus(tokens, at);
  if (plus !== null) {
    const noun = read.unit === null && read.noun === null ? readCountedNoun(tokens, plus, false) : read.noun;
    return { ...read, next: plus, isAtLeast: true, noun };
  }
  if (isHyphen(tokens.at(at).text) && tokens.lower(at + 1) === 'odd' && tokens.isAttached(at)) return withOdd(tokens, read);
  return read;
}

/** `20-odd channels`, `a $50-odd price`: about as many. */
function withOdd(tokens: Tokens, read: Amount): Amount {
  const next = read.next + 2;
  return { ...read, next, noun: read.unit === null ? readCountedNoun(tokens, next, false) : null };
}

/** The one place where amounts are made from a number: all have the same shape. */
function amount(number: WrittenNumber, parts: Partial<Amount>): Amount {
  return {
    first: parts.first ?? number.first,
    next: parts.next ?? number.next,
    number,
    unit: parts.unit ?? null,
    noun: parts.noun ?? null,
    isNegative: false,
    hasCurrencyBefore: parts.hasCurrencyBefore ?? false,
    scaleBefore: parts.scaleBefore ?? 0,
    isAtLeast: false,
    isAge: parts.isAge ?? false,
    isDoubtful: parts.isDoubtful ?? false,
  };
}

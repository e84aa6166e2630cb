import { isDash } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isDayOfMonth, isUsualYear, months } from './calendar.ts';
import { type TypedReading, typed } from './typedReading.ts';

/** Dates and times that begin with a number or, at a word, with a month. */
export function readDate(tokens: Tokens, at: number): TypedReading | null {
  if (tokens.isWord(at)) return readMonthFirst(tokens, at);
  return readClock(tokens, at) ?? readNumericDate(tokens, at) ?? readDayFirst(tokens, at);
}

/** `March 12, 2024`, `Jan. 5`, `June 2018`, `May 3-5`, `November 3rd`. */
function readMonthFirst(tokens: Tokens, at: number): TypedReading | null {
  if (!months.has(tokens.lower(at))) return null;
  let next = at + 1;
  if (tokens.at(next).text === '.' && tokens.isAttached(next)) next += 1;
  if (tokens.lower(next) === 'of') next += 1;
  const number = tokens.at(next);
  if (number.kind !== 'number') return null;
  if (isUsualYear(number.text)) return typed('date', at, next + 1);
  if (!isDayOfMonth(number.text)) return null;
  next = skipOrdinal(tokens, next + 1);
  if (isDash(tokens.at(next).text) && isDayOfMonth(tokens.at(next + 1).text)) next = skipOrdinal(tokens, next + 2);
  return typed('date', at, skipYear(tokens, next));
}

/** `12 March 2024`, `3rd of May`. */
function readDayFirst(tokens: Tokens, at: number): TypedReading | null {
  if (!isDayOfMonth(tokens.at(at).text)) return null;
  const afterDay = skipOrdinal(tokens, at + 1);
  const month = tokens.lower(afterDay) === 'of' ? afterDay + 1 : afterDay;
  if (!months.has(tokens.lower(month)) || (tokens.at(month).text === 'may' && month === at + 1)) return null;
  return typed('date', at, skipYear(tokens, month + 1));
}

/** `2024-03-12`, `3/12/2024`, `12/3`: slashes with two parts are left to fractions. */
function readNumericDate(tokens: Tokens, at: number): TypedReading | null {
  const separator = tokens.at(at + 1).text;
  if ((separator !== '/' && !isDash(separator)) || tokens.at(at + 3).text !== separator) return null;
  for (let part = at + 1; part <= at + 4; part += 1) if (!tokens.isAttached(part)) return null;
  const [first, second, third] = [tokens.at(at).text, tokens.at(at + 2).text, tokens.at(at + 4).text];
  const isYearFirst = isUsualYear(first) && isDayOfMonth(second) && isDayOfMonth(third);
  const isYearLast = isDayOfMonth(first) && isDayOfMonth(second) && (isUsualYear(third) || (separator === '/' && /^\d\d$/.test(third)));
  return isYearFirst || isYearLast ? typed('date', at, at + 5) : null;
}

/** `9:30`, `9:30 am`, `11 a.m.`, `9 o'clock`, `10:15:30`. */
function readClock(tokens: Tokens, at: number): TypedReading | null {
  const after = tokens.lower(at + 1);
  if (after !== ':' && !isTimeWord(after)) return null;
  const hour = tokens.at(at).text;
  if (!/^\d{1,2}(\.\d\d)?$/.test(hour)) return null;
  let next = at + 1;
  while (tokens.at(next).text === ':' && /^\d\d/.test(tokens.at(next + 1).text) && tokens.isAttached(next) && tokens.isAttached(next + 1))
    next += 2;
  if (isTimeWord(tokens.lower(next))) return typed('time', at, next + 1);
  return next > at + 1 ? typed('time', at, next) : null;
}

function isTimeWord(word: string): boolean {
  return timeWords.has(word);
}

const timeWords = new Set(['am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m', "o'clock", 'o’clock']);

function skipOrdinal(tokens: Tokens, at: number): number {
  return tokens.isAttached(at) && isOrdinalSuffix(tokens.lower(at)) ? at + 1 : at;
}

export function isOrdinalSuffix(word: string): boolean {
  return word === 'st' || word === 'nd' || word === 'rd' || word === 'th';
}

function skipYear(tokens: Tokens, at: number): number {
  const year =
    tokens.at(at).text === ','
      ? at + 1
      : tokens.at(at).text === '.' && tokens.isAttached(at) && isUsualYear(tokens.at(at + 1).text)
        ? at + 1
        : at;
  return isUsualYear(tokens.at(year).text) ? year + 1 : at;
}

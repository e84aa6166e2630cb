import { add, type Exact, exact, one } from '../exact.ts';
import { beginsNumberWords, readAndPart } from '../numbers/numberWords.ts';
import { skipHyphen } from '../tokens/skipHyphen.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { unitNamed } from '../units/readUnit.ts';
import type { Unit } from '../units/unit.ts';
import { type Amount, plainAmount } from './amount.ts';
import { readHedgeBefore } from './hedges.ts';

/** With an article these are an amount only behind a hedge; `over a year` and `within a year` tell when, not how long. */
const timeHedges = new Set(['over', 'within', 'near', 'past', 'some', 'above', 'below']);

/** Behind `for a` these are always a length of time; `for a day` and `for a year` tell of any day or year. */
const longTimes = new Set(['hour', 'week', 'month', 'fortnight', 'decade', 'century', 'millennium']);

/** `an hour and a half`, `half an hour`, `quarter-century`, `more than a year`: durations whose one is an article. */
export function readArticleDuration(tokens: Tokens, at: number, floor: number): Amount | null {
  const word = tokens.lower(at);
  if (word === 'half') return readPart(tokens, at, at + 1, exact(5, -1));
  if (word === 'quarter')
    return tokens.lower(at + 1) === 'of' ? readPart(tokens, at, at + 2, exact(25, -2)) : readPart(tokens, at, at + 1, exact(25, -2));
  if (word !== 'a' && word !== 'an') return null;
  if (tokens.lower(at + 1) === 'half' || tokens.lower(at + 1) === 'quarter') return readArticlePart(tokens, at);
  const whole = tokens.lower(at + 1) === 'full' || tokens.lower(at + 1) === 'whole' ? at + 2 : at + 1;
  const unit = durationAt(tokens, whole);
  if (unit === null) return null;
  const part = readAndPart(tokens, whole + 1);
  if (part !== null) return makeDuration(at, part.next, add(one, part.value), unit);
  const isLong = longTimes.has(tokens.lower(whole)) && tokens.lower(at - 1) === 'for';
  const isJoined = tokens.lower(whole + 1) === 'and' && beginsNumber(tokens, whole + 2);
  if (isLong || isJoined || (whole === at + 2 && tokens.lower(at - 1) === 'for')) return makeDuration(at, whole + 1, one, unit);
  const hedge = readHedgeBefore(tokens, at, floor);
  const isHedged = hedge !== null && hedge.first >= at - 3 && !timeHedges.has(hedge.phrase);
  return isHedged && !isComparison(tokens, hedge.first, whole + 1, floor) ? makeDuration(at, whole + 1, one, unit) : null;
}

/** Words that stand in for the article behind `for`. */
export const wholeWords: readonly string[] = ['another', 'all', 'full', 'whole'];

/**
 * `for another hour`, `for all year`, `for a whole month`: one of the unit. Another day is any day to come, a full year or quarter a
 * period that is reported on.
 */
export function readWholeDuration(tokens: Tokens, at: number): Amount | null {
  const word = tokens.lower(at);
  if (tokens.lower(at - 1) !== 'for' || !wholeWords.includes(word)) return null;
  const unitAt = skipHyphen(tokens, at + 1);
  const unit = durationAt(tokens, unitAt);
  if (unit === null || (word === 'another' && unit.written === 'day') || (word === 'full' && periods.has(unit.written))) return null;
  return makeDuration(at, unitAt + 1, one, unit);
}

const periods = new Set(['year', 'quarter']);

/** `7.4 per cent more than a year earlier`: what comes behind an amount compares with a time, it tells no length. */
function isComparison(tokens: Tokens, hedgeAt: number, next: number, floor: number): boolean {
  return earlierWords.has(tokens.lower(next)) && hedgeAt === floor && floor > 0;
}

const earlierWords = new Set(['earlier', 'ago', 'before', 'previously']);

/** `an hour and 20 minutes`: whether the part is a smaller unit is for the reader of parts to see. */
function beginsNumber(tokens: Tokens, at: number): boolean {
  const isNumber = tokens.isNumber(at) || (beginsNumberWords(tokens.lower(at)) && tokens.lower(at) !== 'a' && tokens.lower(at) !== 'an');
  return isNumber && [at + 1, at + 2].some((behind) => /^(seconds?|minutes?|hours?|days?|weeks?|months?)$/.test(tokens.lower(behind)));
}

/** `a half hour`, `a quarter century`, `a quarter of an hour`. */
function readArticlePart(tokens: Tokens, at: number): Amount | null {
  const part = tokens.lower(at + 1) === 'half' ? exact(5, -1) : exact(25, -2);
  const hasOf = tokens.lower(at + 2) === 'of';
  return readPart(tokens, at, hasOf ? at + 3 : at + 2, part);
}

/** The rest of `half an hour`, `half-hour`, `half hour`, from the article or the unit on. Half-years are periods, not lengths. */
function readPart(tokens: Tokens, first: number, at: number, part: Exact): Amount | null {
  const hasArticle = tokens.lower(at) === 'a' || tokens.lower(at) === 'an';
  const unitAt = hasArticle ? at + 1 : skipHyphen(tokens, at);
  const unit = durationAt(tokens, unitAt);
  if (unit === null || (!hasArticle && !partTimes.has(tokens.lower(unitAt)))) return null;
  return makeDuration(first, unitAt + 1, part, unit);
}

const partTimes = new Set(['hour', 'day', 'decade', 'century', 'minute', 'second']);

function durationAt(tokens: Tokens, at: number): Unit | null {
  const unit = tokens.isWord(at) ? unitNamed(tokens.lower(at)) : null;
  return unit?.kind === 'duration' && !tokens.lower(at).endsWith('s') ? unit : null;
}

function makeDuration(first: number, next: number, value: Exact, unit: Unit): Amount {
  return plainAmount({ first, next, value, unit, lastUnit: exact(1, value.exponent) });
}

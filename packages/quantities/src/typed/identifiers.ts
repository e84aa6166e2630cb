import { isDash, isHyphen } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { endOfName } from './endOfName.ts';
import { type TypedReading, typed } from './typedReading.ts';

const MAX_PHONE_PARTS = 5;
const POSTCODE_DIGITS = 5;

/** Digits that people and places are found by: postcodes, phones, a court's files, footnotes. */
export function readIdentifier(tokens: Tokens, at: number): TypedReading | null {
  return (
    readPostcode(tokens, at) ?? readPhone(tokens, at) ?? readCaseNumber(tokens, at) ?? readChain(tokens, at) ?? readFootnote(tokens, at)
  );
}

/** `ZIP code 90210`, `the 90049 ZIP Code`, `Cupertino, CA 95014`, `M21 9AB`. */
function readPostcode(tokens: Tokens, at: number): TypedReading | null {
  const { text } = tokens.at(at);
  if (text.length === 1) return readInwardCode(tokens, at);
  if (text.length !== POSTCODE_DIGITS || !/^\d+$/.test(text)) return null;
  const isBefore = tokens.lower(at - 1) === 'zip' || (tokens.lower(at - 1) === 'code' && tokens.lower(at - 2) === 'zip');
  const isInState = /^[A-Z]{2}$/.test(tokens.at(at - 1).text) && tokens.at(at - 2).text === ',';
  return isBefore || isInState || tokens.lower(at + 1) === 'zip' ? typed('identifier', at, at + 1) : null;
}

/** The `9AB` of `M21 9AB` and `SW1A 1AA`: a digit and two letters behind a name with a digit in it. */
function readInwardCode(tokens: Tokens, at: number): TypedReading | null {
  const isInward = tokens.at(at).gap && tokens.isAttached(at + 1) && /^[A-Z]{2}$/.test(tokens.at(at + 1).text);
  if (!isInward) return null;
  const outward = /^[A-Z]?$/.test(tokens.at(at - 1).text) ? at - 2 : at - 1;
  const isOutward = tokens.isNumber(outward) && tokens.isAttached(outward) && /^[A-Z]{1,2}$/.test(tokens.at(outward - 1).text);
  return isOutward ? typed('identifier', at, endOfName(tokens, at + 1)) : null;
}

/** `23-cv-4128`, `1:25-cr-00272`: a court's file. */
function readCaseNumber(tokens: Tokens, at: number): TypedReading | null {
  const isFile =
    isHyphen(tokens.at(at + 1).text) && /^(?:cv|cr|mj|md|mc|bk|civ|ap)$/.test(tokens.lower(at + 2)) && isHyphen(tokens.at(at + 3).text);
  return isFile && tokens.isNumber(at + 4) && tokens.isAttached(at + 4) ? typed('identifier', at, endOfName(tokens, at + 5)) : null;
}

/** `555-123-4567`, `(555) 123-4567`, `1-800-555-0199`, `+1 (212) 555-0147`. */
function readPhone(tokens: Tokens, at: number): TypedReading | null {
  if (tokens.at(at - 1).text === '+') return readCallingCode(tokens, at);
  if (tokens.at(at).text.startsWith('0')) return readTrunkCall(tokens, at);
  let next = at + 1;
  let parts = 1;
  while (
    parts < MAX_PHONE_PARTS &&
    (isDash(tokens.at(next).text) || tokens.at(next).text === ')') &&
    tokens.isNumber(next + 1) &&
    /^\d{3,4}$/.test(tokens.at(next + 1).text)
  ) {
    parts += 1;
    next += 2;
  }
  if (parts < 3) return null;
  const isLong = /^\d{4}$/.test(tokens.at(next - 1).text) && /^\d{1,4}$/.test(tokens.at(at).text);
  return isLong ? typed('phone', at, next) : null;
}

/** `020 7946 0018`, `(020) 7946 0018`, `0800 123 4567`, `01632-960-123`: a nought, and ten or eleven digits in two groups or three. */
function readTrunkCall(tokens: Tokens, at: number): TypedReading | null {
  let digits = tokens.at(at).text.replace(/\s/g, '').length;
  let next = at + 1;
  for (let parts = 1; parts < MAX_TRUNK_PARTS; parts += 1) {
    const number = phoneMarks.has(tokens.at(next).text) ? next + 1 : next;
    const group = tokens.at(number).text.replace(/\s/g, '');
    if (!/^\d{3,8}$/.test(group)) break;
    digits += group.length;
    next = number + 1;
  }
  const isPhone = next > at + 1 && (digits === SHORTEST_TRUNK_CALL || digits === SHORTEST_TRUNK_CALL + 1);
  return isPhone ? typed('phone', tokens.at(at - 1).text === '(' ? at - 1 : at, next) : null;
}

const MAX_TRUNK_PARTS = 4;
const SHORTEST_TRUNK_CALL = 10;

/** A country behind a plus sign and at least two groups behind it, with seven digits or more in all. */
function readCallingCode(tokens: Tokens, at: number): TypedReading | null {
  let digits = tokens.at(at).text.length;
  let next = at + 1;
  for (let parts = 1; parts < MAX_PHONE_PARTS; parts += 1) {
    const group = phoneMarks.has(tokens.at(next).text) ? next + 1 : next;
    const number = phoneMarks.has(tokens.at(group).text) ? group + 1 : group;
    if (!/^\d{1,8}$/.test(tokens.at(number).text)) break;
    digits += tokens.at(number).text.length;
    next = number + 1;
  }
  return digits >= LEAST_PHONE_DIGITS && next > at + 2 ? typed('phone', at - 1, next) : null;
}

const phoneMarks = new Set(['(', ')', '-', '–']);
const LEAST_PHONE_DIGITS = 8;

const LEAST_CHAIN = 3;
const MAX_CHAIN = 8;

/** `978-3-16-148410-0`, `4839-2201-77`, `4-4-2`: three numbers or more on one string; dates were read before. */
function readChain(tokens: Tokens, at: number): TypedReading | null {
  let next = at + 1;
  let parts = 1;
  while (
    parts < MAX_CHAIN &&
    isHyphen(tokens.at(next).text) &&
    tokens.isAttached(next) &&
    tokens.isAttached(next + 1) &&
    /^\d+$/.test(tokens.at(next + 1).text)
  ) {
    parts += 1;
    next += 2;
  }
  return parts >= LEAST_CHAIN ? typed('identifier', at, next) : null;
}

/** `[1]`, and `(8)` where a list begins. */
function readFootnote(tokens: Tokens, at: number): TypedReading | null {
  const open = tokens.at(at - 1).text;
  const close = tokens.at(at + 1).text;
  if ((open !== '[' && open !== '(') || !/^\d{1,3}$/.test(tokens.at(at).text)) return null;
  if (open === '[' && close === ']') return typed('footnote', at - 1, at + 2);
  return open === '(' && close === ')' && tokens.at(at).text.length < 3 ? typed('footnote', at - 1, at + 2) : null;
}

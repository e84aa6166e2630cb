import { beginsNumberWords } from '../numbers/numberWords.ts';
import { scaleWords } from '../numbers/scales.ts';
import { isDash, isHyphen, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { unitsByName, unitsBySymbol } from '../units/unitTable.ts';
import { isUsualYear } from './calendar.ts';
import { isOrdinalSuffix } from './dates.ts';
import { endOfName } from './endOfName.ts';
import { readIdentifier } from './identifiers.ts';
import { endOfDigitName } from './idioms.ts';
import { readOdds } from './odds.ts';
import { type TypedReading, typed } from './typedReading.ts';

/** Before a hyphen and a number these are prefixes, not names: `mid-2025`, `sub-5 %`. */
const numberPrefixes = new Set([
  'mid',
  'pre',
  'post',
  'sub',
  'non',
  'anti',
  'pro',
  'late',
  'early',
  'multi',
  'plus',
  'under',
  'over',
  'near',
  'a',
  'the',
  'one',
  'net',
  'all',
  'ex',
  'top',
  'of',
  'to',
  'and',
  'or',
]);

/** Numbers that can be nothing but a label, whatever stands around them: ordinals, versions, names with digits in them. */
export function readLabel(tokens: Tokens, at: number): TypedReading | null {
  const token = tokens.at(at);
  if (token.kind !== 'number' || token.numeral === null) return null;
  if (token.numeral.dotted) return typed('version', at, at + 1);
  if (token.numeral.value === null) return typed('identifier', at, at + 1);
  const digitName = endOfDigitName(tokens, at);
  if (digitName !== null) return typed('name', at, digitName);
  return (
    readPointed(tokens, at) ??
    readShortYear(tokens, at) ??
    readIdentifier(tokens, at) ??
    readGlued(tokens, at) ??
    readSuffixed(tokens, at) ??
    readSeason(tokens, at) ??
    readSplit(tokens, at) ??
    readSeldom(tokens, at) ??
    readPair(tokens, at) ??
    readOdds(tokens, at)
  );
}

/** `GB200`, `Q3 2025`, `FY25`, `v2`, `GPT-4`, `747-8`, `#5`. */
function readGlued(tokens: Tokens, at: number): TypedReading | null {
  const before = tokens.at(at - 1);
  if (before.text === '#') return typed('identifier', at - 1, endOfName(tokens, at + 1));
  if (tokens.at(at).gap || at === 0) return null;
  if (before.text === '/' && /^[A-Z]{2,}$/.test(tokens.at(at - 2).text) && tokens.isAttached(at - 1) && /^\d$/.test(tokens.at(at).text))
    return typed('name', at - 2, at + 1);
  if (before.kind === 'word') return gluedToWord(tokens, at);
  const isNameHyphen = isHyphen(before.text) && tokens.isAttached(at - 1);
  if (!isNameHyphen) return null;
  const stem = tokens.at(at - 2);
  if ((stem.lower === 'under' || stem.lower === 'over') && isSubstance(tokens, at)) return typed('name', at - 2, at + 1);
  if (stem.kind !== 'word' || numberPrefixes.has(stem.lower)) return null;
  if (isUpperCase(stem.text) || isSubstance(tokens, at)) return typed('name', at - 2, endOfName(tokens, at + 1));
  return null;
}

/** `omega-3`, `carbon-14`, `under-21`: a short number at a word's end, with nothing of an amount behind it. */
function isSubstance(tokens: Tokens, at: number): boolean {
  const stem = tokens.at(at - 2);
  const after = tokens.at(at + 1);
  const isClean =
    after.kind === 'break' ||
    (after.kind === 'word' ? after.gap && !scaleWords.has(after.lower) && !unitsByName.has(after.lower) : /^[.,;:)?!]$/.test(after.text));
  return /^\d{1,3}$/.test(tokens.at(at).text) && stem.text.length > 1 && !beginsNumberWords(stem.lower) && isClean;
}

/** `BA.5`, `H.264`: a point without space joins capitals and digits. */
function readPointed(tokens: Tokens, at: number): TypedReading | null {
  const stem = tokens.at(at - 2);
  if (tokens.at(at - 1).text !== '.' || !tokens.isAttached(at) || !tokens.isAttached(at - 1) || !/^[A-Z]{1,4}$/.test(stem.text))
    return null;
  return typed('name', at - 2, endOfName(tokens, at + 1));
}

/** `the summer of '69`, `the ’90s`. */
function readShortYear(tokens: Tokens, at: number): TypedReading | null {
  const mark = tokens.at(at - 1);
  if (
    (mark.text !== "'" && mark.text !== '’' && mark.text !== '‘') ||
    !mark.gap ||
    !tokens.isAttached(at) ||
    !/^\d\d$/.test(tokens.at(at).text)
  )
    return null;
  const isClosed = tokens.at(at + 1).text === "'" || tokens.at(at + 1).text === '’' || tokens.at(at + 1).text === '%';
  return isClosed || !beforeShortYears.has(tokens.lower(at - 2)) ? null : typed('year', at - 1, at + 1);
}

const beforeShortYears = new Set('of in since the from until till by early late mid summer winter spring autumn fall'.split(' '));

function gluedToWord(tokens: Tokens, at: number): TypedReading | null {
  const { lower } = tokens.at(at - 1);
  const digits = tokens.at(at).text;
  const isFiscal =
    (lower === 'q' && /^[1-4]$/.test(digits)) ||
    (lower === 'h' && /^[12]$/.test(digits)) ||
    (/^[fch]y$/.test(lower) && /^\d{2}(\d{2})?$/.test(digits));
  if (isFiscal) return typed('fiscal_period', at - 1, endOfFiscal(tokens, at + 1));
  if (lower === 'v' || lower === 'ver') return typed('version', at - 1, at + 1);
  if (digits.includes(',') || (lower === 'x' && tokens.isNumber(at - 2) && tokens.isAttached(at - 1))) return null;
  return typed('name', at - 1, endOfName(tokens, at + 1));
}

/** `Q3 2025`, `Q3 FY2025`, `H1 2024`. */
function endOfFiscal(tokens: Tokens, at: number): number {
  if (/^(fy|cy|fiscal)$/.test(tokens.lower(at)) && tokens.isNumber(at + 1)) return at + 2;
  return isUsualYear(tokens.at(at).text) ? at + 1 : at;
}

/** Behind `4K` and `8K` these say that it is a picture's size. */
const screens = new Set(
  'tv tvs video videos display displays monitor monitors resolution content uhd hdr screen screens streaming ultra oled camera'.split(' '),
);

const pictureLines = new Set(['480', '720', '1080', '1440', '2160', '4320']);
const priceWords = new Set('at to from of by up down and or a £'.split(' '));

/** `1080p video`: lines of a picture. Prices in pence stand behind `at`, `to` and the like. */
function isPicture(tokens: Tokens, at: number): boolean {
  const { text } = tokens.at(at);
  if (!pictureLines.has(text)) return false;
  return screens.has(tokens.lower(at + 2)) || ((text === '1080' || text === '2160') && !priceWords.has(tokens.lower(at - 1)));
}

/** `3rd`, `1990s`, `401(k)`, `3Q`, `1H25`, `5G`, `10-K`, `13F`. */
function readSuffixed(tokens: Tokens, at: number): TypedReading | null {
  const token = tokens.at(at);
  const after = tokens.at(at + 1);
  if (after.kind === 'word' && !after.gap) {
    if (after.text === 's' && /^7[0-8]7$/.test(token.text)) return typed('name', at, at + 2);
    if (after.text === 's' && isModels(tokens, at)) return typed('name', at - 1, at + 2);
    if (/^[a-f]$/.test(after.lower) && stagedWords.has(tokens.lower(at - 1)) && /^\d$/.test(token.text))
      return typed('name', at - 1, at + 2);
    if (/^[a-z]$/.test(after.text) && isRule(tokens.at(at - 1).text)) return typed('section', at - 1, endOfName(tokens, at + 1));
    if (isOrdinalSuffix(after.lower)) return typed('ordinal', at, at + 2);
    if (after.lower === 's' && (isDecade(token.text) || isUsualYear(token.text)) && !token.numeral?.grouped)
      return typed('year', at, at + 2);
    if (/^[qh]$/.test(after.lower) && /^[1-4]$/.test(token.text) && after.text !== 'h')
      return typed('fiscal_period', at, endOfFiscal(tokens, endOfName(tokens, at + 2)));
    if (after.text === 'p' && isPicture(tokens, at)) return typed('name', at, at + 2);
    if (after.text === 'G' && /^[2-6]$/.test(token.text)) return typed('name', at, endOfName(tokens, at + 2));
    if (after.text === 'K' && /^[248]$/.test(token.text) && screens.has(tokens.lower(at + 2))) return typed('name', at, at + 2);
    if (after.text === 'D' && /^[1-4]$/.test(token.text)) return typed('name', at, endOfName(tokens, at + 2));
    if (token.text === '13' && /^[DFG]$/.test(after.text)) return typed('name', at, at + 2);
    if (/^7[0-8]7$/.test(token.text) && /^[A-Z]{1,2}s?$/.test(after.text)) return typed('name', at, endOfName(tokens, at + 2));
    if (/^[A-Z]$/.test(after.text) && placedWords.has(tokens.lower(at - 1)) && /^\d{1,3}$/.test(token.text))
      return typed('name', at - 1, at + 2);
  }
  const letter = tokens.at(at + 2);
  const isForm =
    isHyphen(after.text) &&
    tokens.isAttached(at + 1) &&
    tokens.isAttached(at + 2) &&
    /^[A-Z]{1,2}$/.test(letter.text) &&
    !unitsBySymbol.has(letter.text);
  if (isForm) return typed('name', at, at + 3);
  if ((after.text === '’' || after.text === "'") && tokens.lower(at + 2) === 's' && isDecade(token.text)) return typed('year', at, at + 3);
  const isPlan = after.text === '(' && !after.gap && /^[a-z]$/i.test(tokens.at(at + 2).text) && tokens.at(at + 3).text === ')';
  return isPlan ? typed('name', at, at + 4) : null;
}

function isDecade(digits: string): boolean {
  return (digits.length === 4 && digits.endsWith('0')) || /^\d0$/.test(digits);
}

/** `737 Max 9s`, `the 7s`, `Channel 5s coverage`: several of a model, or an apostrophe lost, and no seconds. */
function isModels(tokens: Tokens, at: number): boolean {
  const before = tokens.at(at - 1);
  if (before.kind !== 'word' || !/^\d{1,2}$/.test(tokens.at(at).text)) return false;
  const inSentence = tokens.isWord(at - 2) || tokens.isNumber(at - 2);
  return before.lower === 'the' || (isUpperCase(before.text) && inSentence && !numberPrefixes.has(before.lower) && before.lower !== 'in');
}

/** `phase 2b`, `type 1a`: a letter that touches the digit is part of the name, not billions. */
const stagedWords = new Set([
  'phase',
  'type',
  'class',
  'stage',
  'grade',
  'level',
  'group',
  'annex',
  'building',
  'gate',
  'terminal',
  'platform',
  'apartment',
  'unit',
]);

/** `courtroom 12B`, `seat 4C`. */
const placedWords = new Set([
  ...stagedWords,
  'courtroom',
  'room',
  'seat',
  'row',
  'suite',
  'exit',
  'apt',
  'flat',
  'hall',
  'bay',
  'dock',
  'hangar',
  'studio',
  'lot',
  'model',
  'series',
  'section',
]);

function isRule(word: string): boolean {
  return (
    word === 'Rule' ||
    word === 'Section' ||
    word === 'Article' ||
    word === 'Form' ||
    word === 'Note' ||
    word === 'Exhibit' ||
    word === 'Item'
  );
}

/** `2018-19`, `2018–2020`, `2018/19`. */
function readSeason(tokens: Tokens, at: number): TypedReading | null {
  const joiner = tokens.at(at + 1);
  if (joiner.gap || (!isDash(joiner.text) && joiner.text !== '/') || !isUsualYear(tokens.at(at).text)) return null;
  const end = tokens.at(at + 2);
  const isEnd = !end.gap && (/^\d\d$/.test(end.text) || isUsualYear(end.text));
  return isEnd ? typed('year', at, at + 3) : null;
}

/** `a 2-for-1 split`: so many for so many, no amounts. */
function readSplit(tokens: Tokens, at: number): TypedReading | null {
  const isSplit = isHyphen(tokens.at(at + 1).text) && tokens.lower(at + 2) === 'for' && isHyphen(tokens.at(at + 3).text);
  return isSplit && tokens.isNumber(at + 4) && tokens.isAttached(at + 4) ? typed('score', at, at + 5) : null;
}

/** `a 1-in-100-year flood`: how seldom something happens, and no amount. */
function readSeldom(tokens: Tokens, at: number): TypedReading | null {
  const isIn = isHyphen(tokens.at(at + 1).text) && tokens.lower(at + 2) === 'in' && isHyphen(tokens.at(at + 3).text);
  if (!isIn || !tokens.isNumber(at + 4) || !isHyphen(tokens.at(at + 5).text)) return null;
  return typed('score', at, at + 7);
}

/** `24/7`, `16:9`, `737-800`: two numbers that touch and are no fraction, time, date or range. */
function readPair(tokens: Tokens, at: number): TypedReading | null {
  const joiner = tokens.at(at + 1);
  const second = tokens.at(at + 2);
  if (joiner.gap || second.gap || second.kind !== 'number') return null;
  if (isHyphen(joiner.text) && /^7[0-8]7$/.test(tokens.at(at).text)) return typed('name', at, endOfName(tokens, at + 3));
  if (joiner.text === ':') return typed('score', at, at + 3);
  const isDateLike = joiner.text === '/' && /^(9|24|50)$/.test(tokens.at(at).text) && /^(11|7|50)$/.test(second.text);
  return isDateLike ? typed(tokens.at(at).text === '9' ? 'date' : 'name', at, at + 3) : null;
}

import type { Amount } from '../amounts/amount.ts';
import { isBare } from '../amounts/amount.ts';
import { phraseEnds } from '../amounts/nounWords.ts';
import { isDash, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isFarYear, isOldYear, isUsualYear, months } from './calendar.ts';
import { type TypedReading, typed } from './typedReading.ts';

/** Before four digits these make them a year, even when a noun follows: `the 2018 elections`. */
const beforeYears = new Set(
  'in since by of from until till through during before after to and the for late early fiscal year mid circa this its our'.split(' '),
);

/** Before a number these head a numbered part: `Section 230`, `Chapter 11`, `page 5`. */
const sections = new Set(
  'section article chapter item note table figure page pages paragraph part appendix clause schedule exhibit title rule form vol volume proposition amendment'.split(
    ' ',
  ),
);

/** Numbered things of which the number is the name, capital or not: `No. 5`, `Route 66`, `game 2`, `day 3`. */
const numbered = new Set(
  'no nos number route highway interstate flight game week day round phase level season episode series class type model version room gate channel grade tier stage step category apollo formula genotype rank area district lap quarter hole hall terminal pier platform unit'.split(
    ' ',
  ),
);

/** What an amount without unit, noun and scale may be instead: a year, a score, a name's number, a section. */
export function readBareNumber(tokens: Tokens, amount: Amount, hasHedge: boolean): TypedReading | null {
  if (amount.number.form !== 'digits' || amount.isNegative) return null;
  const at = amount.number.first;
  if (isBare(amount) && isBeginningOfName(tokens, at + 1)) return typed('name', at, at + 2);
  const year = hasHedge && amount.noun !== null ? null : readYear(tokens, at, amount);
  if (year !== null) return year;
  if (amount.unit !== null || amount.number.scale !== 0 || amount.isAtLeast) return null;
  const before = tokens.at(at - 1);
  if (listNames.has(before.lower) && amount.noun?.head !== 'point' && isUpperCase(before.text) && /^\d{2,4}$/.test(tokens.at(at).text))
    return typed('name', startOfList(tokens, at - 1), at + 1);
  if (isAirliner(tokens, at)) return typed('name', at, at + 1);
  const part = readNumbered(tokens, at) ?? readProduct(tokens, at, amount);
  if (part !== null || !isBare(amount)) return part ?? readAddress(tokens, at);
  return (
    readListMark(tokens, at) ?? readMark(tokens, at) ?? readScore(tokens, at) ?? readNamed(tokens, at, hasHedge) ?? readAddress(tokens, at)
  );
}

/** `89bio`, `23andMe`, `18A`: letters that touch the digits and are neither unit nor scale. */
function isBeginningOfName(tokens: Tokens, at: number): boolean {
  const { text, kind } = tokens.at(at);
  return kind === 'word' && tokens.isAttached(at) && (text.length >= LEAST_NAME_LETTERS || /^[A-Z]+$/.test(text));
}

const LEAST_NAME_LETTERS = 3;

/** `S&P` is three tokens. */
function startOfList(tokens: Tokens, at: number): number {
  return tokens.at(at).text === 'P' && tokens.at(at - 1).text === '&' && tokens.at(at - 2).text === 'S' ? at - 2 : at;
}

const airlinerWords = new Set(
  'max dreamliner jet jets jetliner jetliners ng freighter freighters family program programme production order orders plane planes aircraft'.split(
    ' ',
  ),
);

/** `737 Max`, `787 Dreamliner`, `the 787`. */
function isAirliner(tokens: Tokens, at: number): boolean {
  return /^7[0-8]7$/.test(tokens.at(at).text) && (airlinerWords.has(tokens.lower(at + 1)) || tokens.lower(at - 1) === 'the');
}

/** Indices and lists with a number in their name, whatever noun follows: `the S&P 500 companies`. */
const listNames = new Set('p ftse nasdaq dow russell nikkei fortune forbes csi stoxx global euro50 topix kospi asx'.split(' '));

function readYear(tokens: Tokens, at: number, amount: Amount): TypedReading | null {
  const digits = tokens.at(at).text;
  if (amount.unit !== null || amount.number.scale !== 0 || amount.isAtLeast) return null;
  if (isUsualYear(digits)) return typed('year', at, at + 1);
  const before = tokens.lower(at - 1);
  if (isFarYear(digits) && farYearWords.has(before) && amount.noun === null) return typed('year', at, at + 1);
  return isOldYear(digits) && amount.noun === null && beforeYears.has(before) ? typed('year', at, at + 1) : null;
}

const farYearWords = new Set(['by', 'in', 'until', 'through', 'till', 'before', 'after', 'since']);

function readNumbered(tokens: Tokens, at: number): TypedReading | null {
  const isPoint = tokens.at(at - 1).text === '.' && tokens.isAttached(at - 1);
  const head = isPoint ? at - 2 : at - 1;
  const word = tokens.lower(head);
  if (isPoint && word !== 'no' && word !== 'nos' && word !== 'vol' && word !== 'art' && word !== 'sec') return null;
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  if (word === 'of' && tokens.isNumber(head - 1) && isOfPages(tokens.lower(head - 2))) return typed('section', at, at + 1);
  if (sections.has(word) || (sections.has(singular) && !isPoint)) return typed('section', head, at + 1);
  if (joiners.has(word) && tokens.isNumber(head - 1) && isNumberedPlural(tokens.lower(head - 2))) return typed('name', at, at + 1);
  if (isNumberedPlural(word)) return typed('name', head, at + 1);
  return numbered.has(word) && (word !== 'no' || isPoint || isUpperCase(tokens.at(head).text)) ? typed('name', head, at + 1) : null;
}

/** `page 12 of 40`, `step 2 of 5`: how many there are in all. */
function isOfPages(word: string): boolean {
  return sections.has(word) || numbered.has(word);
}

/** `phases 2 and 3`, `games 1 and 2`. */
function isNumberedPlural(word: string): boolean {
  return word.endsWith('s') && pluralHeads.has(word.slice(0, -1));
}

const joiners = new Set(['and', 'or', 'to', ',']);
const pluralHeads = new Set(
  'phase game group level genotype type class chapter article section table figure page act part route line district channel'.split(' '),
);

/** `Herrera: 4 Started the episode …`: marks for players and films. */
function readMark(tokens: Tokens, at: number): TypedReading | null {
  const isMark = tokens.at(at - 1).text === ':' && isUpperCase(tokens.at(at - 2).text) && isUpperCase(tokens.at(at + 1).text);
  return isMark && tokens.isWord(at + 1) && /^(?:10|\d(?:\.\d)?)$/.test(tokens.at(at).text) ? typed('score', at, at + 1) : null;
}

/** `2-2`, `21–14`: digits on both sides of a dash with nothing counted. */
function readScore(tokens: Tokens, at: number): TypedReading | null {
  const joiner = tokens.at(at + 1);
  if (!isDash(joiner.text) || joiner.gap || tokens.at(at + 2).gap || !/^\d{1,3}$/.test(tokens.at(at + 2).text)) return null;
  return /^\d{1,3}$/.test(tokens.at(at).text) ? typed('score', at, at + 3) : null;
}

/** `iPhone 17`, `Claude 3.5`, `S&P 500`: a name right before a bare number. */
function readNamed(tokens: Tokens, at: number, hasHedge: boolean): TypedReading | null {
  const name = tokens.at(at - 1);
  if (hasHedge || name.kind !== 'word' || tokens.at(at).numeral?.grouped || months.has(name.lower)) return null;
  if (/['’]s$/.test(name.text)) return null;
  const hasCapital = name.text !== name.lower;
  const isNamed = hasCapital && !phraseEnds.has(name.lower) && name.lower.length > 0;
  const isStandard = name.text.length > 1 && name.text === name.text.toUpperCase() && tokens.at(at).text.length === 5;
  return isNamed && (tokens.at(at).text.length <= 4 || isStandard) ? typed('name', at - 1, at + 1) : null;
}

/** `iPhone 8 rumours`, `Windows 10 users`: a small number right behind a name counts nothing. */
function readProduct(tokens: Tokens, at: number, amount: Amount): TypedReading | null {
  const name = tokens.at(at - 1);
  if (/['’]s$/.test(name.text)) return null;
  const noun = amount.noun === null ? null : tokens.at(amount.noun.first);
  if (amount.noun?.head === 'point' && listNames.has(name.lower)) return null;
  const isCalledThe = tokens.lower(at - 2) === 'the' && isUpperCase(name.text) && /^\d$/.test(tokens.at(at).text);
  if (noun !== null && isCalledThe && isUpperCase(noun.text)) return typed('name', at - 1, at + 1);
  const isPlainName = noun !== null && isUpperCase(noun.text) && !/[a-z][A-Z]/.test(name.text);
  if (noun === null || isPlainName || name.kind !== 'word' || phraseEnds.has(name.lower) || months.has(name.lower)) return null;
  const hasInnerCapital = /[a-z][A-Z]/.test(name.text);
  const isSmall = /^\d{1,2}$/.test(tokens.at(at).text) && Number(tokens.at(at).text) <= LARGEST_PRODUCT_NUMBER;
  const isStandard = /^[A-Z]{3,}$/.test(name.text) && /^(?:\d\.\d|\d{4,5})$/.test(tokens.at(at).text) && noun.lower !== 'points';
  if (isStandard || (isSmall && isUpperCase(name.text) && /[^e]ed$/.test(noun.lower))) return typed('name', at - 1, at + 1);
  const isInSentence = tokens.isWord(at - 2) && isUpperCase(name.text) && name.text.length > 1;
  return hasInnerCapital || (isSmall && isInSentence && !startsSentence(tokens, at - 1)) ? typed('name', at - 1, at + 1) : null;
}

const LARGEST_PRODUCT_NUMBER = 20;

/** `1. Prime Video disrupts …`: a number that heads a point of a list. */
function readListMark(tokens: Tokens, at: number): TypedReading | null {
  const point = tokens.at(at + 1).text;
  if (!/^\d{1,2}$/.test(tokens.at(at).text) || (point !== '.' && point !== ')') || !isUpperCase(tokens.at(at + 2).text)) return null;
  return startsSentence(tokens, at) ? typed('section', at, at + 1) : null;
}

function startsSentence(tokens: Tokens, at: number): boolean {
  const before = tokens.at(at - 1);
  return before.kind === 'break' || /^[.!?:;•·"“(]$/.test(before.text);
}

/** `10 Downing Street`. */
function readAddress(tokens: Tokens, at: number): TypedReading | null {
  for (let next = at + 1; next <= at + 4 && tokens.isWord(next) && isUpperCase(tokens.at(next).text); next += 1) {
    if (next > at + 1 && streets.has(tokens.lower(next))) return typed('address', at, next + 1);
  }
  return null;
}

const streets = new Set(
  'street avenue road boulevard lane drive square place way court plaza st ave rd blvd dr highway parkway terrace'.split(' '),
);

import type { Amount } from '../amounts/amount.ts';
import { canBeginNumber } from '../numbers/readNumber.ts';
import { isHyphen, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { isIdiom } from './idioms.ts';

/** `one` with nothing counted is a pronoun, `a couple` two people, and `Six` in `Kick Six` part of a name. */
export function isPronoun(tokens: Tokens, amount: Amount): boolean {
  const { number } = amount;
  if (isOneDay(tokens, amount)) return true;
  if (number.form === 'words' && !isMeasured(tokens, amount) && isIdiom(tokens, number.first)) return true;
  if (number.form === 'words' && isInCompound(tokens, number.first)) return true;
  if (number.form === 'words' && (isTitle(tokens, number) || isDecade(amount))) return true;
  if (number.form !== 'words' || amount.unit !== null || number.scale !== 0 || amount.isNegative) return false;
  if (beginsRange(tokens, number.next)) return false;
  const isOneWord = number.next === number.first + 1;
  if (isOneWord && (isCapitalName(tokens, number.first) || (amount.noun === null && isNumbered(tokens, number.first)))) return true;
  if (isOneWord && tokens.lower(number.first) === 'one' && isPronominal(tokens, amount)) return true;
  if (amount.noun !== null) return false;
  const word = tokens.lower(number.first);
  if (isOneWord && determiners.has(tokens.lower(number.first - 1)) && number.value.coefficient <= 12) return true;
  if (isOneWord) return word === 'one' || word === 'couple' || word === 'dozen';
  return (word === 'a' || word === 'an') && tokens.lower(number.first + 1) === 'couple';
}

/** Money, and `that one mile`: no saying is meant. */
function isMeasured(tokens: Tokens, { number, unit }: Amount): boolean {
  return unit?.kind === 'money' || (unit?.kind === 'physical' && pickingWords.has(tokens.lower(number.first - 1)));
}

/** `a production-four-door record`: behind a hyphen the number is the middle of a word. */
function isInCompound(tokens: Tokens, at: number): boolean {
  const isJoined = isHyphen(tokens.at(at - 1).text) && tokens.isAttached(at - 1) && tokens.isAttached(at) && tokens.isWord(at - 2);
  return isJoined && tokens.at(at - 2).text.length > LONGEST_PREFIX;
}

/** `mid-`, `sub-`, `near-`, `minus-` and the like leave a number a number. */
const LONGEST_PREFIX = 5;

/** `one to two years`: what comes before `to` and a number is one. */
function beginsRange(tokens: Tokens, at: number): boolean {
  return tokens.lower(at) === 'to' && canBeginNumber(tokens, at + 1) && tokens.lower(at + 1) !== 'a' && tokens.lower(at + 1) !== 'one';
}

/** `One Hundred Years of Solitude`, `BBC Two`, `the Group of Twenty`, `One World Trade Center`: capitals where a number has none. */
function isTitle(tokens: Tokens, { first, next }: Amount['number']): boolean {
  const word = tokens.at(first);
  const before = tokens.at(first - 1);
  if (!isUpperCase(word.text) || word.text === word.text.toUpperCase()) return false;
  const behind = tokens.at(next);
  if (next > first + 1)
    return before.kind === 'word' && !isUpperCase(before.text) && isUpperCase(tokens.at(next - 1).text) && isUpperCase(behind.text);
  const isChannel = /^[A-Z]{3}$/.test(before.text) && !isUpperCase(behind.text);
  const isGroup = before.lower === 'of' && tokens.at(first - 2).text === 'Group';
  const isHouse =
    word.text === 'One' && isUpperCase(behind.text) && isUpperCase(tokens.at(next + 1).text) && houses.has(tokens.lower(next + 2));
  return isChannel || isGroup || isHouse;
}

const houses = new Set('center centre plaza place square tower street avenue wharf gardens way'.split(' '));

/** `the nineteen sixties`. */
function isDecade({ noun }: Amount): boolean {
  return noun !== null && /^(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y$/.test(noun.head);
}

/** A capital in the middle of a sentence: `Kick Six`, `the Group of Seven`, `the Seven Dwarfs`. Headlines have capitals before it, too. */
function isCapitalName(tokens: Tokens, at: number): boolean {
  const before = tokens.at(at - 1);
  if (isUpperCase(tokens.at(at).text) && before.kind === 'word' && !isUpperCase(before.text))
    return isUpperCase(tokens.at(at + 1).text) || !tokens.isWord(at + 1);
  return isUpperCase(tokens.at(at).text) && before.kind === 'word' && isUpperCase(before.text) && before.text !== before.text.toUpperCase();
}

/** `by year four`, `phase two of the trial`. */
const numberedTimes = new Set(
  'year day week month quarter phase part chapter round stage step level tier type class grade season episode act volume book game page'.split(
    ' ',
  ),
);

/** `number one`, `No. one`, `the top ten`: a place in an order. */
function isNumbered(tokens: Tokens, at: number): boolean {
  const head = tokens.at(at - 1).text === '-' ? at - 2 : at - 1;
  if (tokens.lower(head) === 'number') return tokens.lower(head - 1) !== 'a';
  return head === at - 1 && numberedTimes.has(tokens.lower(head));
}

/** `the one hand`, `one man's meat`, `this one idea`: one of them, picked out, not counted. */
function isPronominal(tokens: Tokens, amount: Amount): boolean {
  const noun = amount.noun === null ? '' : tokens.lower(amount.noun.first);
  return pickingWords.has(tokens.lower(amount.number.first - 1)) || noun.endsWith("'s") || noun.endsWith('’s');
}

const pickingWords = new Set(['the', 'this', 'that', 'each', 'every', 'any', 'no', 'which', 'number']);

/** `one day` is some day unless a preposition before it makes it a length of time. */
function isOneDay(tokens: Tokens, amount: Amount): boolean {
  const at = amount.number.first;
  if (tokens.lower(at) !== 'one' || tokens.lower(at + 1) !== 'day' || amount.isAge) return false;
  return !spanWords.has(tokens.lower(at - 1)) && !spanFollowers.has(tokens.lower(at + 2));
}

const spanWords = new Set(
  'in within for by over than just only least of after last took takes every another about nearly almost'.split(' '),
);
const spanFollowers = new Set('ago later earlier after before of only'.split(' '));

/** `the two`, `all three`, `these four`: they stand for something said before. */
const determiners = new Set([
  'the',
  'these',
  'those',
  'all',
  'other',
  'his',
  'her',
  'their',
  'its',
  'any',
  'no',
  'this',
  'that',
  'every',
  'each',
  'which',
]);

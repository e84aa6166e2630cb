import { beginsNumberWords } from '../numbers/numberWords.ts';
import { scaleAbbreviations } from '../numbers/scales.ts';
import { isHyphen, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { readCurrencyAfter } from '../units/readCurrency.ts';
import { unitsByName } from '../units/unitTable.ts';
import { irregularPlurals, phraseEnds, singularsInS } from './nounWords.ts';

/** What is counted: `25 million [U.S. homes]`. Token indices, end exclusive. */
export interface CountedNoun {
  readonly first: number;
  readonly next: number;
  /** Singular: `home`. */
  readonly head: string;
  /** The whole phrase, its head in the singular: `U.S. home`. */
  readonly phrase: string;
}

/** Adjectives and modifiers between a number and its noun are rarely more (`two new high-performance solar energy plants`). */
const MAX_PHRASE_WORDS = 5;
const MAX_SINGULAR_WORDS = 4;

/** Reads the noun phrase behind a number. With `one` the noun is singular, else the first plural ends the phrase. */
export function readCountedNoun(tokens: Tokens, first: number, isOne: boolean): CountedNoun | null {
  const singular = readSingularNoun(tokens, first, isOne);
  if (singular !== null) return singular;
  let at = first;
  let last = -1;
  for (let words = 0; words < (isOne ? MAX_SINGULAR_WORDS : MAX_PHRASE_WORDS); words += 1) {
    const named = isOne ? at : skipTicker(tokens, skipNameNumber(tokens, at, first), first);
    if (named !== at) {
      at = named;
      continue;
    }
    if (!tokens.isWord(at) || !canStandInPhrase(tokens, at, first)) break;
    if (isOne && at > first && isVerbForm(tokens.at(at).text)) break;
    if (isOne || (isPluralNoun(tokens.at(at).text) && !isNumberedName(tokens, at))) last = at;
    if (!isOne && last === at && !isNameBeforeNoun(tokens, at) && !isAdjunct(tokens, at)) break;
    at = nextInPhrase(tokens, at + 1);
  }
  return last < 0 || isColumnHead(tokens, first, last + 1) ? null : makeNoun(tokens, first, last);
}

/** `one analyst expects`, `one newspaper reported`: behind a singular these go on with the sentence. */
function isVerbForm(text: string): boolean {
  return !isUpperCase(text) && /(?:[^aeious]s|[aeo]es|ed)$/.test(text) && text.length > 3 && !singularsInS.has(text);
}

/** `Net 1,485,600 Sales 35.2 mln`: in a row of a table a name before the next number is that number's. */
function isColumnHead(tokens: Tokens, first: number, next: number): boolean {
  const behind = tokens.at(next);
  return (
    isUpperCase(tokens.at(first).text) &&
    (behind.kind === 'number' || /^[$€£¥₹]$/.test(behind.text) || /^(?:Avg|Net|Shr|Div|Oper|Qtly)$/.test(tokens.at(first).text))
  );
}

/** `Caesars World shares`: no longer names. */
const MAX_NAME_WORDS = 4;

/** `two [Mars probes]`, `500 [Airbus jets]`, `4 mln [Caesars World shares]`: a name in -s before the plural that is counted. */
function isNameBeforeNoun(tokens: Tokens, at: number): boolean {
  let behind = at + 1;
  while (behind < at + MAX_NAME_WORDS && tokens.isWord(behind) && isUpperCase(tokens.at(behind).text) && tokens.at(behind).gap) behind += 1;
  const next = tokens.at(behind);
  const isNoun = next.kind === 'word' && next.gap && !isUpperCase(next.text) && !phraseEnds.has(next.lower) && isPluralNoun(next.text);
  return isUpperCase(tokens.at(at).text) && !isAcronymPlural(tokens.at(at).text) && isNoun;
}

/** `40 million Zoom (ZM) users`: a ticker inside the phrase. */
function skipTicker(tokens: Tokens, at: number, first: number): number {
  const isTicker =
    at > first && tokens.at(at).text === '(' && /^[A-Z]{1,5}$/.test(tokens.at(at + 1).text) && tokens.at(at + 2).text === ')';
  return isTicker && tokens.isWord(at + 3) ? at + 3 : at;
}

/** The `SARS` of `2,114 SARS-2 cases`. */
function isNumberedName(tokens: Tokens, at: number): boolean {
  return isHyphen(tokens.at(at + 1).text) && tokens.isAttached(at + 1) && tokens.isNumber(at + 2) && tokens.isAttached(at + 2);
}

/** `30 cosmetics shops`, `12 sports cars`: plurals that stand before the noun that is counted. */
function isAdjunct(tokens: Tokens, at: number): boolean {
  const next = tokens.at(at + 1);
  return adjuncts.has(tokens.lower(at)) && next.kind === 'word' && next.gap && !phraseEnds.has(next.lower) && isPluralNoun(next.text);
}

const adjuncts = new Set(
  'sports sales cosmetics electronics logistics robotics graphics analytics telecommunications communications systems operations services goods arms savings securities parts materials customs resources'.split(
    ' ',
  ),
);

/** `63,000 [Model 3 sedans]`, `two [737 Max jets]`: a number that is part of a name inside the phrase, with a word behind it. */
function skipNameNumber(tokens: Tokens, at: number, first: number): number {
  if (tokens.isNumber(at) && tokens.isAttached(at) && at > first && isUpperCase(tokens.at(at - 1).text)) return endOfGlued(tokens, at);
  if (at > first && isHyphen(tokens.at(at).text) && isUpperCase(tokens.at(at - 1).text) && isNumberedName(tokens, at - 1)) return at + 2;
  if (!tokens.isNumber(at) || !tokens.at(at).gap || !/^\d{1,4}$/.test(tokens.at(at).text)) return at;
  const model = isNumberedName(tokens, at) && /^7[0-8]7$/.test(tokens.at(at).text) ? at + 3 : at;
  if (model > at && tokens.isWord(model) && tokens.at(model).gap && !phraseEnds.has(tokens.lower(model))) return model;
  if (!tokens.isWord(at + 1) || phraseEnds.has(tokens.lower(at + 1)) || !tokens.at(at + 1).gap || isMeasure(tokens, at + 1)) return at;
  const isAirliner = /^7[0-8]7$/.test(tokens.at(at).text) && isUpperCase(tokens.at(at + 1).text);
  if (tokens.lower(at - 1) === 'phase' && at > first) return at + 1;
  const isBehindName = at > first && tokens.at(at - 1).text !== tokens.lower(at - 1) && /^\d{1,3}$/.test(tokens.at(at).text);
  return isAirliner || isBehindName ? at + 1 : at;
}

/** `Shr 57 cts`: a number with a unit is an amount of its own. */
function isMeasure(tokens: Tokens, at: number): boolean {
  return scaleAbbreviations.has(tokens.lower(at)) || unitsByName.has(tokens.lower(at)) || readCurrencyAfter(tokens, at, false) !== null;
}

/** `A320neo`, `H100`, `A320-200`: letters that touch the digits go with them. */
function endOfGlued(tokens: Tokens, at: number): number {
  if (isNumberedName(tokens, at)) return at + 3;
  return tokens.isWord(at + 1) && tokens.isAttached(at + 1) ? at + 2 : at + 1;
}

/** `three-point`, `12 page`: before another noun the counted one stands in the singular. */
function readSingularNoun(tokens: Tokens, first: number, isOne: boolean): CountedNoun | null {
  if (isOne) return null;
  const isHyphenated = isHyphen(tokens.at(first).text) && tokens.isAttached(first) && tokens.isAttached(first + 1);
  const at = isHyphenated ? first + 1 : first;
  const token = tokens.at(at);
  const isNoun =
    token.kind === 'word' &&
    (isHyphenated
      ? !isUpperCase(token.text) && !phraseEnds.has(token.lower) && !noNouns.has(token.lower)
      : singularCounts.has(token.lower));
  return isNoun && !isPluralNoun(token.text) ? makeNoun(tokens, at, at) : null;
}

/** Nouns that are counted in the singular before another noun without a hyphen. */
const singularCounts = new Set(
  'page point door seat cylinder bedroom storey story game inning star speed piece person man team member way'.split(' '),
);

/** Behind a hyphen these make an adjective that counts nothing. */
const noNouns = new Set('something odd plus plus-year fold based time way up off on in long strong led free old'.split(' '));

function canStandInPhrase(tokens: Tokens, at: number, first: number): boolean {
  const token = tokens.at(at);
  if (isUpperCase(token.text) && tokens.isNumber(at + 1) && tokens.isAttached(at + 1)) return true;
  if (token.lower === 'and') return at > first && joinsModifiers(tokens, at);
  if (scalePlurals.has(token.lower) || (beginsNumberWords(token.lower) && token.lower !== 'half' && token.lower !== 'dozen')) return false;
  if (participles.has(token.lower) && at === first && isPluralNoun(tokens.at(at + 1).text)) return true;
  if (phraseEnds.has(token.lower)) return at > first && isWordOfName(tokens, at);
  return at === first || token.gap || isHyphen(tokens.at(at - 1).text);
}

/** `25 US stores`, `12 Shop Go corner stores`: with a capital behind a capital these are names. */
function isWordOfName(tokens: Tokens, at: number): boolean {
  const { text } = tokens.at(at);
  return text === 'US' || ((text === 'Go' || text === 'Plus' || text === 'Now' || text === 'One') && isUpperCase(tokens.at(at - 1).text));
}

/** `250,000 paid rides`: before a plural these are no verbs. */
const participles = new Set(['paid', 'used', 'added', 'lost']);

/** `digital and physical sales`, `Kia and Hyundai vehicles`: nothing plural before, a plural soon behind. */
function joinsModifiers(tokens: Tokens, at: number): boolean {
  for (
    let next = at + 1;
    next <= at + 3 && tokens.isWord(next) && !phraseEnds.has(tokens.lower(next)) && !beginsNumberWords(tokens.lower(next));
    next += 1
  ) {
    if (isPluralNoun(tokens.at(next).text)) return next === at + 1 ? isUpperCase(tokens.at(next).text) : true;
  }
  return false;
}

const scalePlurals = new Set(['hundreds', 'thousands', 'millions', 'billions', 'trillions', 'tens', 'dozens']);

function nextInPhrase(tokens: Tokens, at: number): number {
  const isCompound = isHyphen(tokens.at(at).text) && tokens.isAttached(at) && tokens.isAttached(at + 1) && tokens.isWord(at + 1);
  return isCompound ? at + 1 : at;
}

function makeNoun(tokens: Tokens, first: number, last: number): CountedNoun {
  const head = isOtherPeople(tokens, last) ? 'people' : singularOf(tokens.at(last).text);
  const before = tokens.text.slice(tokens.at(first).start, tokens.at(last).start);
  return { first, next: last + 1, head, phrase: (before + head).replace(/\s+/g, ' ') };
}

/** `and 30 others injured`, `30 others were killed`: people. */
function isOtherPeople(tokens: Tokens, at: number): boolean {
  if (tokens.lower(at) !== 'others') return false;
  const behind = tokens.lower(at + 1) === 'were' || tokens.lower(at + 1) === 'are' ? at + 2 : at + 1;
  return fates.has(tokens.lower(behind)) || fates.has(tokens.lower(at - 2)) || fates.has(tokens.lower(at - 3));
}

const fates = new Set(
  'killed injured wounded hurt dead missing arrested detained charged jailed rescued hospitalised hospitalized died infected trapped stranded evacuated convicted'.split(
    ' ',
  ),
);

/** A word that looks like a plural; verbs in -s are kept out by `phraseEnds` as far as they are common. */
function isPluralNoun(text: string): boolean {
  if (isAcronymPlural(text)) return true;
  const word = text.toLowerCase();
  if (irregularPlurals.has(word)) return true;
  if (word.endsWith('men') && word.length > 4) return true;
  if (word.length < 3 || !word.endsWith('s')) return false;
  if (word === 'sales') return true;
  return !singularsInS.has(word) && !/(ss|us|is|'s|’s|ous)$/.test(word);
}

/** `companies` → `company`, `GPUs` → `GPU`, `people` → `people`. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase();
  const irregular = irregularPlurals.get(lower);
  if (irregular !== undefined) return irregular;
  if (singularsInS.has(lower) && lower !== 'sales') return word;
  if (isAcronymPlural(word)) return word.slice(0, -1);
  const singular = stripPlural(lower);
  return isUpperCase(word) && word !== word.toUpperCase() ? word.slice(0, 1) + singular.slice(1) : singular;
}

function isAcronymPlural(word: string): boolean {
  const last = word.at(-1);
  return (last === 's' || last === 'S') && (/^[A-Z]{2,}s$/.test(word) || /^[a-z]?pus$/i.test(word));
}

function stripPlural(lower: string): string {
  if (lower.endsWith('men') && lower.length > 4) return `${lower.slice(0, -3)}man`;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(ches|shes|xes|sses|zzes|oes)$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !/(ss|us|is)$/.test(lower) && lower.length > 2 ? lower.slice(0, -1) : lower;
}

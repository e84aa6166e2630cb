import { isHyphen, isUpperCase } from '../tokens/characters.ts';
import type { Tokens } from '../tokens/tokens.ts';
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
const MAX_SINGULAR_WORDS = 3;

/** Reads the noun phrase behind a number. With `one` the noun is singular, else the first plural ends the phrase. */
export function readCountedNoun(tokens: Tokens, first: number, isOne: boolean): CountedNoun | null {
  let at = first;
  let last = -1;
  for (let words = 0; words < (isOne ? MAX_SINGULAR_WORDS : MAX_PHRASE_WORDS); words += 1) {
    if (!tokens.isWord(at) || !canStandInPhrase(tokens, at, first)) break;
    if (isOne || isPluralNoun(tokens.lower(at))) last = at;
    if (!isOne && last === at) break;
    at = nextInPhrase(tokens, at + 1);
  }
  return last < 0 ? null : makeNoun(tokens, first, last);
}

function canStandInPhrase(tokens: Tokens, at: number, first: number): boolean {
  const token = tokens.at(at);
  if (phraseEnds.has(token.lower)) return at > first && token.lower === 'us' && token.text === 'US';
  return at === first || token.gap || isHyphen(tokens.at(at - 1).text);
}

function nextInPhrase(tokens: Tokens, at: number): number {
  const isCompound = isHyphen(tokens.at(at).text) && tokens.isAttached(at) && tokens.isAttached(at + 1) && tokens.isWord(at + 1);
  return isCompound ? at + 1 : at;
}

function makeNoun(tokens: Tokens, first: number, last: number): CountedNoun {
  const head = singularOf(tokens.at(last).text);
  const before = tokens.text.slice(tokens.at(first).start, tokens.at(last).start);
  return { first, next: last + 1, head, phrase: (before + head).replace(/\s+/g, ' ') };
}

/** A word that looks like a plural; verbs in -s are kept out by `phraseEnds` as far as they are common. */
export function isPluralNoun(word: string): boolean {
  if (irregularPlurals.has(word)) return true;
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
  return /^[A-Z]{2,}s$/.test(word);
}

function stripPlural(lower: string): string {
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(ches|shes|xes|sses|zzes|oes)$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !/(ss|us|is)$/.test(lower) && lower.length > 2 ? lower.slice(0, -1) : lower;
}

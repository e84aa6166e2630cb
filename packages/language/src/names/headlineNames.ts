import { lexicalTag } from '../compromise/lexicalTag.ts';
import type { NameSpan } from './findNameSpans.ts';
import { isAdjectiveOfName, isDemonym, looksLikeName } from './lookOfWords.ts';
import type { NameSentence } from './nameSentence.ts';
import { LEGAL_FORMS, PARTICLES, ROLES, TIMES } from './nameWords.ts';
import { NAME_TAG } from './opensName.ts';
import type { WordUse } from './wordUse.ts';

/**
 * The names of a headline, where every word may have a capital: those that the rest of the text has, longest first, and runs of words
 * that the text never writes small and no word list knows as anything else.
 */
export function headlineNames(sentence: NameSentence, known: ReadonlySet<string>, useOf: (word: string) => WordUse): NameSpan[] {
  const words = sentence.words.slice(0, sentence.headlineTo);
  const spans: NameSpan[] = [];
  for (let at = 0; at < words.length; ) {
    const to = Math.max(endOfKnown(words, at, known), endOfNew(sentence, at, useOf));
    if (to > at) spans.push({ from: at, to });
    at = Math.max(to, at + 1);
  }
  return spans;
}

/** Names of more words are told in the text, and looked for by these. */
const MAX_WORDS = 8;

function endOfKnown(words: readonly string[], from: number, known: ReadonlySet<string>): number {
  for (let to = Math.min(words.length, from + MAX_WORDS); to > from; to--) if (known.has(keyOf(words.slice(from, to)))) return to;
  return from;
}

/** Words as names are compared: headlines may write them in capitals throughout. */
export function keyOf(words: readonly string[]): string {
  return words.join(' ').toLowerCase();
}

function endOfNew(sentence: NameSentence, from: number, useOf: (word: string) => WordUse): number {
  const { words } = sentence;
  let to = from;
  while (to < sentence.headlineTo && isNewPart(sentence, to, useOf)) {
    to++;
    if ((words[to] === '&' || PARTICLES.has(words[to] ?? '')) && isNewPart(sentence, to + 1, useOf)) to++;
  }
  return to;
}

function isNewPart({ words, tags }: NameSentence, at: number, useOf: (word: string) => WordUse): boolean {
  const word = words[at] ?? '';
  const lower = word.toLowerCase();
  if (
    !looksLikeName(word) ||
    TIMES.has(lower) ||
    ROLES.has(lower) ||
    LEGAL_FORMS.has(lower) ||
    isDemonym(word) ||
    isAdjectiveOfName(word) ||
    word.length < 2
  )
    return false;
  if (useOf(word).small > 0) return false;
  const listed = lexicalTag(lower);
  return NAME_TAG.test(listed) || (tags[at] === 'PROPN' && listed === '') || (/\p{Ll}\p{Lu}/u.test(word) && listed === '');
}

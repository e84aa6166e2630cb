import type { Tag } from '../tags/tag.ts';
import { tagWords } from '../tags/tagWords.ts';
import { wordForm } from '../tags/wordForm.ts';
import { WRITINGS, writingOf } from '../tags/writing.ts';
import { type Token, tokenise } from '../text/tokenise.ts';

/** A sentence in which names are looked for. */
export interface NameSentence {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly tags: readonly Tag[];
  /** The words before this one stand in headline letters, where a capital does not tell a name: none, all, or those before a colon. */
  readonly headlineTo: number;
}

/** Tokens and tags of a sentence that stands at `offset` of its text. */
export function nameSentence(sentence: string, offset = 0): NameSentence {
  const tokens = tokenise(sentence, offset);
  const words = tokens.map(({ text }) => text);
  return { tokens, words, tags: tagWords(words), headlineTo: endOfHeadline(words) };
}

/** A heading before a colon has this many words or more. */
const LEAST_HEADING = 5;

function endOfHeadline(words: readonly string[]): number {
  if (!capitalsTell(words)) return words.length;
  const colon = words.indexOf(':');
  // `(NYSE: STBK)`
  if (words.lastIndexOf('(', colon) > words.lastIndexOf(')', colon)) return 0;
  return colon >= LEAST_HEADING && !capitalsTell(words.slice(0, colon)) ? colon : 0;
}

/** A sentence that ends in a full stop is none in title letters, however many names it has. */
function capitalsTell(words: readonly string[]): boolean {
  const writing = writingOf(words.map(wordForm), words);
  return writing === WRITINGS.sentence || (writing === WRITINGS.title && words.at(-1) === '.');
}

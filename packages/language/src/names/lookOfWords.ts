import { lexicalTag } from '../compromise/lexicalTag.ts';
import type { NameSentence } from './nameSentence.ts';
import { NO_NAMES } from './nameWords.ts';

/** A capital or a coined word: `Larkfield`, `iPhone`, `3M`, `23andMe`. */
export function looksLikeName(word: string): boolean {
  return /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu}|3M$|\d{1,3}\p{L}{3,})/u.test(word) && !NO_NAMES.has(word.toLowerCase().replace(/\.$/, ''));
}

/** `Larkfield-based`, `AI-related`: not the name itself. */
export function isAdjectiveOfName(word: string): boolean {
  return /[-‑]\p{Ll}{2,}$/u.test(word);
}

/** `French`, `Germans`. */
export function isDemonym(word: string): boolean {
  return lexicalTag(word.toLowerCase()).includes('Demonym');
}

/** Whether nothing stands between a word and the one before it. */
export function touches({ tokens }: NameSentence, at: number): boolean {
  return tokens[at]?.start === tokens[at - 1]?.end;
}

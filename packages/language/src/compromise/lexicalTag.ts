import { compromise } from './model.ts';

/**
 * What compromise's word list has `word` (in small letters) as, without any sentence around it: `plunged` → `PastTense`, `james` →
 * `MaleName`, `canada` → `Country`; several joined by `+`, and an empty string for the words that it hasn't.
 */
export function lexicalTag(word: string): string {
  return compromise.lexicon.get(word) ?? '';
}

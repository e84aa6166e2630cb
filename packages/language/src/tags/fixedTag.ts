import type { Tag } from './tag.ts';

/** Signs that stand for a word: currencies, shares, arithmetic. */
const SIGN = /^[\p{Sc}%‰+=<>~°^×÷±#@→]$/u;

/** The tag of what needs no context: numbers and most marks; null for words and apostrophes. */
export function fixedTag(word: string): Tag | null {
  const code = word.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return numberTag(word);
  if (/^[-+−.]?\p{N}/u.test(word)) return 'NUM';
  if (/\p{L}/u.test(word)) return null;
  // Behind a plural it may stand for its owner, as in `the banks' loans`.
  if (word === "'" || word === '’') return null;
  if (word === '&') return 'CONJ';
  return SIGN.test(word) || /\p{Sc}/u.test(word) ? 'SYM' : 'PUNCT';
}

/** `38bn`, `5.2`, `4th`, `1990s`, `30-year`, where the tokens keep it in one. */
function numberTag(word: string): Tag {
  if (/^[\d,]+(?:st|nd|rd|th)$/i.test(word)) return 'ADJ';
  if (/^(?:\d\d)?\d0s$/.test(word)) return 'NOUN_PL';
  if (/^[\d.,]+[-‑]\p{L}/u.test(word)) return 'ADJ';
  return 'NUM';
}

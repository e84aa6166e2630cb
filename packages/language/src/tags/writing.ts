import { LETTER_CASES, type WordForm } from './wordForm.ts';

/** How a sentence uses capitals: what a capital says of a word depends on it. */
export const WRITINGS = { sentence: 0, title: 1, upper: 2, lower: 3 } as const;
export type Writing = (typeof WRITINGS)[keyof typeof WRITINGS];

/** Names, articles and prepositions are written alike in headlines and prose; words that are longer tell. */
export function writingOf(forms: readonly WordForm[], words: readonly string[]): Writing {
  let small = 0;
  let large = 0;
  let upper = 0;
  let letters = 0;
  for (const [i, form] of forms.entries()) {
    if (form.letterCase === LETTER_CASES.none) continue;
    letters++;
    if (form.letterCase === LETTER_CASES.upper) upper++;
    if ((words[i]?.length ?? 0) < 4) continue;
    if (form.letterCase === LETTER_CASES.lower) small++;
    else large++;
  }
  if (letters > 2 && upper * 10 > letters * 7) return WRITINGS.upper;
  if (large > 2 && small * 3 < large) return WRITINGS.title;
  return small > 2 && large === 0 && forms[0]?.letterCase === LETTER_CASES.lower ? WRITINGS.lower : WRITINGS.sentence;
}

import { lexicalTag } from '../compromise/lexicalTag.ts';
import { fixedTag } from './fixedTag.ts';
import { hashText, mix } from './hash.ts';
import { TAGS } from './tag.ts';

/** What the tagger knows of a word by its letters alone: numbers that stand for its parts. */
export interface WordForm {
  /** The index of its tag where no context matters, or -1. */
  readonly fixed: number;
  /** Of the word in small letters. */
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix: number;
  /** How it is written: capitals, hyphens, dots, digits, and whether it is short. */
  readonly shape: number;
  readonly letterCase: LetterCase;
  /** What compromise's lexicon has it as; 0 if it hasn't. */
  readonly listed: number;
}

type LetterCase = (typeof LETTER_CASES)[keyof typeof LETTER_CASES];
export const LETTER_CASES = { none: 0, lower: 1, capital: 2, upper: 3, mixed: 4 } as const;

/** News repeats itself: a word's form is made once. Emptied when full, so that it stays small however much is read. */
const forms = new Map<string, WordForm>();
const MAX_FORMS = 40_000;
/** Longer strings of characters are no words and come once. */
const MAX_REMEMBERED = 32;

export function wordForm(word: string): WordForm {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const form = makeForm(word);
  if (word.length <= MAX_REMEMBERED) {
    if (forms.size >= MAX_FORMS) forms.clear();
    // A slice would keep the whole article that it is cut from in memory.
    forms.set(Array.from(word).join(''), form);
  }
  return form;
}

/** Stands before the first word and behind the last. */
export const BOUNDARY: WordForm = {
  fixed: TAGS.indexOf('PUNCT'),
  word: hashText('\n'),
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix: 1,
  shape: 1,
  letterCase: LETTER_CASES.none,
  listed: 1,
};

function makeForm(word: string): WordForm {
  const tag = fixedTag(word);
  const letterCase = letterCaseOf(word);
  const lower = word.toLowerCase().replaceAll('’', "'");
  const normal = tag === 'NUM' ? lower.replace(/\d+/g, '0') : lower;
  // What is built behind a hyphen rules the whole: `debt-laden` is like `laden`.
  const last = normal.slice(Math.max(normal.lastIndexOf('-'), normal.lastIndexOf('‑')) + 1);
  const listed = lexicalTag(normal) || lexicalTag(last);
  return {
    fixed: tag === null ? -1 : TAGS.indexOf(tag),
    word: hashText(normal),
    suffix1: hashText(last.slice(-1)),
    suffix2: hashText(last.slice(-2)),
    suffix3: hashText(last.slice(-3)),
    suffix4: hashText(last.slice(-4)),
    prefix: hashText(normal.slice(0, 3)),
    shape: mix(
      letterCase + 1,
      (/[-‑]/.test(word) ? 1 : 0) + (/\d/.test(word) ? 2 : 0) + (/[.&]/.test(word) ? 4 : 0) + (word.length < 3 ? 8 : 0),
    ),
    letterCase,
    listed: listed === '' ? 0 : hashText(listed),
  };
}

function letterCaseOf(word: string): LetterCase {
  if (!/\p{L}/u.test(word)) return LETTER_CASES.none;
  if (word === word.toLowerCase()) return LETTER_CASES.lower;
  if (word === word.toUpperCase()) return word.length === 1 ? LETTER_CASES.capital : LETTER_CASES.upper;
  return /^\p{Lu}[^\p{Lu}]*(?:[-‑]\p{Lu}[^\p{Lu}]*)*$/u.test(word) ? LETTER_CASES.capital : LETTER_CASES.mixed;
}

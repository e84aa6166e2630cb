import { mix } from './hash.ts';
import { BOUNDARY, type WordForm } from './wordForm.ts';
import type { Writing } from './writing.ts';

/** How many features a word has; each is a hash of what stands around it. */
export const FEATURES = 28;

/** Features that a word gives whatever stands around: to itself, as the word before, as the word behind, and as the second behind. */
export const PLACES = [
  ({ word, suffix2, suffix3, suffix4, prefix, listed }: WordForm) => [
    mix(word, 1),
    mix(suffix3, 3),
    mix(suffix2, 4),
    mix(suffix4, 5),
    mix(prefix, 6),
    mix(mix(listed, suffix3), 28),
  ],
  ({ word, suffix3 }: WordForm) => [mix(word, 7), mix(suffix3, 14)],
  ({ word, suffix2, suffix3 }: WordForm) => [mix(word, 8), mix(suffix3, 15), mix(suffix2, 16)],
  ({ word }: WordForm) => [mix(word, 9)],
] as const;

/** How many more there are, of words and tags together. */
export const JOINT_FEATURES = 16;

/** Writes all features of word `i` of `forms` into `into`; see `writeJointFeatures`. */
export function writeFeatures(
  forms: readonly WordForm[],
  i: number,
  before: number,
  before2: number,
  writing: Writing,
  into: Int32Array,
): void {
  writeJointFeatures(forms, i, before, before2, writing, into);
  const [here, left, right, right2] = PLACES;
  const own = [
    ...here(forms[i] ?? BOUNDARY),
    ...left(forms[i - 1] ?? BOUNDARY),
    ...right(forms[i + 1] ?? BOUNDARY),
    ...right2(forms[i + 2] ?? BOUNDARY),
  ];
  into.set(own, JOINT_FEATURES);
}

/**
 * Writes those features of word `i` of `forms` into `into` that hang on more than one word. `before` and `before2` are the tags (indices)
 * already given to the two words before it. No feature is tied to an order of sums or a float: the same words have the same features
 * everywhere.
 */
export function writeJointFeatures(
  forms: readonly WordForm[],
  i: number,
  before: number,
  before2: number,
  writing: Writing,
  into: Int32Array,
): void {
  const here = forms[i] ?? BOUNDARY;
  const left = forms[i - 1] ?? BOUNDARY;
  const right = forms[i + 1] ?? BOUNDARY;
  const first = i === 0 || (i === 1 && left.fixed >= 0) ? 1 : 0;
  const shape = mix(here.shape, writing * 2 + first + 1);
  const tags = before * 32 + before2 + 1;
  into[0] = mix(shape, 2);
  into[1] = mix(before + 1, 10);
  into[2] = mix(tags, 11);
  into[3] = mix(mix(here.word, before + 1), 12);
  into[4] = mix(mix(here.suffix3, before + 1), 13);
  into[5] = mix(mix(shape, before + 1), 17);
  into[6] = mix(mix(right.shape, writing + 1), 18);
  into[7] = mix(mix(left.shape, writing + 1), 19);
  into[8] = mix(mix(right.word, before + 1), 20);
  into[9] = mix(mix(here.suffix2, right.suffix2), 21);
  into[10] = mix(mix(here.suffix3, shape), 22);
  into[11] = mix(mix(here.suffix1, tags), 23);
  into[12] = mix(mix(here.listed, shape), 24);
  into[13] = mix(mix(here.listed, before + 1), 25);
  into[14] = mix(mix(here.listed, right.listed), 26);
  into[15] = mix(mix(left.listed, here.listed), 27);
}

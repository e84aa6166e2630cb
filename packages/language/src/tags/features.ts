import { mix } from './hash.ts';
import { BOUNDARY, type WordForm } from './wordForm.ts';
import type { Writing } from './writing.ts';

/** How many features a word has; each is a hash of what stands around it. */
export const FEATURES = 28;

/**
 * Writes the features of word `i` of `forms` into `into`. `before` and `before2` are the tags (indices) already given to the two words
 * before it. No feature is tied to an order of sums or a float: the same words have the same features everywhere.
 */
export function writeFeatures(
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
  const right2 = forms[i + 2] ?? BOUNDARY;
  const first = i === 0 || (i === 1 && left.fixed >= 0) ? 1 : 0;
  const shape = mix(here.shape, writing * 2 + first + 1);
  const tags = before * 32 + before2 + 1;
  into[0] = mix(here.word, 1);
  into[1] = mix(shape, 2);
  into[2] = mix(here.suffix3, 3);
  into[3] = mix(here.suffix2, 4);
  into[4] = mix(here.suffix4, 5);
  into[5] = mix(here.prefix, 6);
  into[6] = mix(left.word, 7);
  into[7] = mix(right.word, 8);
  into[8] = mix(right2.word, 9);
  into[9] = mix(before + 1, 10);
  into[10] = mix(tags, 11);
  into[11] = mix(mix(here.word, before + 1), 12);
  into[12] = mix(mix(here.suffix3, before + 1), 13);
  into[13] = mix(left.suffix3, 14);
  into[14] = mix(right.suffix3, 15);
  into[15] = mix(right.suffix2, 16);
  into[16] = mix(mix(shape, before + 1), 17);
  into[17] = mix(mix(right.shape, writing + 1), 18);
  into[18] = mix(mix(left.shape, writing + 1), 19);
  into[19] = mix(mix(right.word, before + 1), 20);
  into[20] = mix(mix(here.suffix2, right.suffix2), 21);
  into[21] = mix(mix(here.suffix3, shape), 22);
  into[22] = mix(mix(here.suffix1, tags), 23);
  into[23] = mix(mix(here.listed, shape), 24);
  into[24] = mix(mix(here.listed, before + 1), 25);
  into[25] = mix(mix(here.listed, right.listed), 26);
  into[26] = mix(mix(left.listed, here.listed), 27);
  into[27] = mix(mix(here.listed, here.suffix3), 28);
}

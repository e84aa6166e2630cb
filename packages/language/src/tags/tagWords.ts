import { JOINT_FEATURES, PLACES, writeJointFeatures } from './features.ts';
import { TAGS, type Tag } from './tag.ts';
import file from './taggerWeights.json' with { type: 'json' };
import { bestTag, decodeWeights, Weights } from './weights.ts';
import { BOUNDARY, type WordForm, wordForm } from './wordForm.ts';
import { writingOf } from './writing.ts';

const tags = TAGS.length;

/** Tags the words of one sentence, one tag each, from left to right. */
export type Tagger = (words: readonly string[]) => Tag[];

/** A tagger over `weights`, an averaged perceptron that decides greedily. */
function taggerOf(weights: Weights): Tagger {
  const features = new Int32Array(JOINT_FEATURES);
  const scores = new Int32Array(TAGS.length);
  const alone = scoresAlone(weights);
  return (words) => {
    const forms = words.map(wordForm);
    const writing = writingOf(forms, words);
    const found: Tag[] = [];
    let before = BOUNDARY.fixed;
    let before2 = BOUNDARY.fixed;
    for (let i = 0; i < forms.length; i++) {
      let tag = forms[i]?.fixed ?? -1;
      if (tag < 0) {
        const here = alone(forms[i] ?? BOUNDARY);
        const left = alone(forms[i - 1] ?? BOUNDARY);
        const right = alone(forms[i + 1] ?? BOUNDARY);
        const right2 = alone(forms[i + 2] ?? BOUNDARY);
        for (let t = 0; t < tags; t++)
          scores[t] = (here[t] ?? 0) + (left[tags + t] ?? 0) + (right[2 * tags + t] ?? 0) + (right2[3 * tags + t] ?? 0);
        writeJointFeatures(forms, i, before, before2, writing, features);
        weights.add(features, scores);
        tag = bestTag(scores);
      }
      found.push(TAGS[tag] ?? 'OTHER');
      before2 = before;
      before = tag;
    }
    return found;
  };
}

/**
 * What a word says for each tag whatever stands around, at each of its `PLACES` one behind the other; summed once for each form, which
 * saves half of all look-ups.
 */
function scoresAlone(weights: Weights): (form: WordForm) => Int32Array {
  const known = new WeakMap<WordForm, Int32Array>();
  return (form) => {
    const found = known.get(form);
    if (found !== undefined) return found;
    const scores = new Int32Array(PLACES.length * tags);
    for (const [place, featuresOf] of PLACES.entries()) weights.add(featuresOf(form), scores.subarray(place * tags, (place + 1) * tags));
    known.set(form, scores);
    return scores;
  };
}

/** A tagger over weights in the form of `taggerWeights.json`. */
export function taggerOfFile(text: { readonly weights: string }): Tagger {
  return taggerOf(new Weights(decodeWeights(text.weights)));
}

/**
 * The tags of a sentence's words, as `tokenise` cuts them: `['Shares', 'of', 'Acme', 'rose', '5', '%']` gives
 * `['NOUN_PL', 'ADP', 'PROPN', 'VERB_PAST', 'NUM', 'SYM']`. Fitted to English treebanks and to copies of them in headline capitals, in
 * capitals throughout and in small letters.
 */
export const tagWords: Tagger = taggerOfFile(file);

import { FEATURES, writeFeatures } from './features.ts';
import { TAGS, type Tag } from './tag.ts';
import file from './taggerWeights.json' with { type: 'json' };
import { decodeWeights, Weights } from './weights.ts';
import { BOUNDARY, wordForm } from './wordForm.ts';
import { writingOf } from './writing.ts';

/** Tags the words of one sentence, one tag each, from left to right. */
export type Tagger = (words: readonly string[]) => Tag[];

/** A tagger over `weights`, an averaged perceptron that decides greedily. */
function taggerOf(weights: Weights): Tagger {
  const features = new Int32Array(FEATURES);
  const scores = new Int32Array(TAGS.length);
  return (words) => {
    const forms = words.map(wordForm);
    const writing = writingOf(forms, words);
    const tags: Tag[] = [];
    let before = BOUNDARY.fixed;
    let before2 = BOUNDARY.fixed;
    for (let i = 0; i < forms.length; i++) {
      let tag = forms[i]?.fixed ?? -1;
      if (tag < 0) {
        writeFeatures(forms, i, before, before2, writing, features);
        tag = weights.best(features, scores);
      }
      tags.push(TAGS[tag] ?? 'OTHER');
      before2 = before;
      before = tag;
    }
    return tags;
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

import { chanceOf } from './chance.ts';
import { CASE_CHANGES } from './changeCase.ts';
import type { TaggedSentence } from './fitTagger.ts';
import { readTreebank, type TreebankWord } from './readTreebank.ts';
import { retokenise } from './retokenise.ts';

/** Of so many sentences, one is copied in headline capitals, and as many each in capitals throughout and in small letters. */
const COPIED_OF = 5;
const SEED = 1;

/**
 * What the tagger learns from: each sentence of the treebanks (files in CoNLL-U form) in our tokens, as the treebank cuts it where that
 * differs, and some copies in other letters, so that it reads headlines too.
 */
export function trainingSentences(treebanks: readonly string[]): TaggedSentence[] {
  const chance = chanceOf(SEED);
  return treebanks.flatMap(readTreebank).flatMap((sentence) => {
    const ours = retokenise(sentence);
    const theirs = asInTreebank(sentence);
    const copies = [CASE_CHANGES.title, CASE_CHANGES.upper, CASE_CHANGES.lower].filter(() => chance.below(COPIED_OF) === 0);
    const differs = theirs.words.length !== ours.words.length;
    return [ours, ...(differs ? [theirs] : []), ...copies.map((change) => change(ours))];
  });
}

export function asInTreebank(sentence: readonly TreebankWord[]): TaggedSentence {
  return { words: sentence.map(({ text }) => text), tags: sentence.map(({ tag }) => tag) };
}

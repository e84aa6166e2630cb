import type { TaggedSentence } from './fitTagger.ts';

/** The ways to write a sentence that a tagger should not mind. */
export const CASE_CHANGES = {
  /** As headlines are: `Shares of Acme Rise Most in a Year`. */
  title: (sentence: TaggedSentence): TaggedSentence => ({
    ...sentence,
    words: sentence.words.map((word, i) => (i > 0 && SMALL_IN_TITLES.has(word.toLowerCase()) ? word.toLowerCase() : capitalised(word))),
  }),
  upper: (sentence: TaggedSentence): TaggedSentence => ({ ...sentence, words: sentence.words.map((word) => word.toUpperCase()) }),
  lower: (sentence: TaggedSentence): TaggedSentence => ({ ...sentence, words: sentence.words.map((word) => word.toLowerCase()) }),
} as const;

const SMALL_IN_TITLES = new Set("a an the and or but of in on at to for by from with as 's ’s n't 'll 've 're 'd".split(' '));

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

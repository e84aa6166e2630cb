import type { Tag } from '../tags/tag.ts';
import type { Tagger } from '../tags/tagWords.ts';
import { CASE_CHANGES } from './changeCase.ts';
import { readTreebank } from './readTreebank.ts';
import { retokenise } from './retokenise.ts';
import { asInTreebank } from './trainingSentences.ts';

/** Per cent of words tagged right. */
export interface TaggerScore {
  /** How the sentences are written: as they are, or in other letters. */
  readonly writing: 'as it is' | keyof typeof CASE_CHANGES;
  /** In the words of the treebank. */
  readonly tags: number;
  /** Universal tags, where a word of a name counts as `PROPN`. */
  readonly coarse: number;
  readonly verbs: number;
  /** In the words of this package. */
  readonly ownWords: number;
}

/** How well `tagger` does on a treebank (CoNLL-U) that it was not fitted to. */
export function scoreTagger(tagger: Tagger, treebank: string): TaggerScore[] {
  const sentences = readTreebank(treebank);
  const writings = { 'as it is': (sentence: ReturnType<typeof asInTreebank>) => sentence, ...CASE_CHANGES };
  return [...KEYS].map((writing) => {
    const change = writings[writing];
    const theirs = pairs(tagger, sentences.map(asInTreebank).map(change));
    const verbs = theirs.filter(([gold]) => gold.startsWith('VERB'));
    return {
      writing,
      tags: share(theirs, (gold, got) => gold === got),
      coarse: share(theirs, (gold, got) => coarse(gold) === coarse(got)),
      verbs: share(verbs, (gold, got) => coarse(gold) === coarse(got)),
      ownWords: share(pairs(tagger, sentences.map(retokenise).map(change)), (gold, got) => gold === got),
    };
  });
}

const KEYS = ['as it is', 'title', 'upper', 'lower'] as const;

type Pair = readonly [gold: Tag, got: Tag];

function pairs(tagger: Tagger, sentences: readonly ReturnType<typeof asInTreebank>[]): Pair[] {
  return sentences.flatMap(({ words, tags }) => {
    const got = tagger(words);
    return tags.map((gold, i): Pair => [gold, got[i] ?? 'OTHER']);
  });
}

function share(all: readonly Pair[], right: (gold: Tag, got: Tag) => boolean): number {
  const count = all.filter(([gold, got]) => right(gold, got)).length;
  return all.length === 0 ? 0 : Math.round((count * 10_000) / all.length) / 100;
}

/** Tags of one part of speech are one. */
function coarse(tag: Tag): string {
  if (tag.startsWith('VERB')) return 'VERB';
  if (tag.startsWith('NOUN')) return 'NOUN';
  return tag === 'MODAL' ? 'AUX' : tag === 'PARTICLE' ? 'ADP' : tag;
}

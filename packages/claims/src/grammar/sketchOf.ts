import { type SentenceSketch, sketchSentence, type Tag } from '@newsledger/language';
import type { Item } from '../text/items.ts';
import type { ReadSentence } from '../text/readDocument.ts';

/** A sentence's grammar over its items: a name, an amount and an expression of time are one word each. */
export interface ItemSketch extends SentenceSketch {
  readonly tags: readonly Tag[];
}

const sketches = new WeakMap<ReadSentence, ItemSketch>();

/** Who does what in a sentence; worked out once, at the first question. */
export function sketchOf(sentence: ReadSentence): ItemSketch {
  const known = sketches.get(sentence);
  if (known !== undefined) return known;
  const { items, read } = sentence;
  const tagAt = new Map(read.tokens.map(({ start }, i) => [start, read.tags[i] ?? 'OTHER']));
  const tags = items.map((item) => tagOf(item, tagAt.get(item.start)));
  const sketch = {
    tags,
    ...sketchSentence(
      items.map(({ text }) => text),
      tags,
    ),
  };
  sketches.set(sentence, sketch);
  return sketch;
}

function tagOf(item: Item, tagged: Tag | undefined): Tag {
  switch (item.kind) {
    case 'mention':
      if (item.mention.form !== 'pronoun') return 'PROPN';
      return /^(?:its|their|his|her)$/.test(item.lower) ? 'POSS' : 'PRON';
    case 'quantity':
      return 'NUM';
    case 'period':
      // `last year` says when, like an adverb; a month behind a preposition is its noun.
      return tagged === 'PROPN' ? 'PROPN' : 'ADV';
    default:
      return tagged ?? 'OTHER';
  }
}

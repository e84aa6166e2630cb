import type { Tag } from '../tags/tag.ts';
import { tokenise } from '../text/tokenise.ts';
import type { TaggedSentence } from './fitTagger.ts';
import type { TreebankWord } from './readTreebank.ts';

/** The sentence in the tokens of this package, which cut otherwise than treebanks do: `debt-laden` is one word, `Inc.` two. */
export function retokenise(sentence: readonly TreebankWord[]): TaggedSentence {
  let text = '';
  const spans = sentence.map((word, i) => {
    // The parts of `don't` have lost the note that no blank is between them.
    if (i > 0 && sentence[i - 1]?.spaceAfter !== false && !isClitic(word.text)) text += ' ';
    const start = text.length;
    text += word.text;
    return { word, start, end: text.length };
  });
  const words: string[] = [];
  const tags: Tag[] = [];
  for (const token of tokenise(text)) {
    const parts = spans.filter(({ start, end }) => start < token.end && end > token.start).map(({ word }) => word);
    words.push(token.text);
    tags.push(tagOfParts(parts));
  }
  return { words, tags };
}

function isClitic(word: string): boolean {
  return /^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i.test(word);
}

/** A compound is what its last part is, unless it was made of a verb to say what a noun is like, or is a name throughout. */
function tagOfParts(parts: readonly TreebankWord[]): Tag {
  const words = parts.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
  const last = words.at(-1) ?? parts.at(-1);
  if (last === undefined) return 'OTHER';
  if (words.length < 2) return last.tag;
  if (isClitic(last.text)) return words[0]?.tag ?? last.tag;
  const beforeNoun = last.relation === 'amod' || last.relation === 'compound';
  return beforeNoun && last.tag !== 'PROPN' ? 'ADJ' : last.tag;
}

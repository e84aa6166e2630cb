import { expect, test } from 'vitest';
import { readDocument } from '../text/readDocument.ts';
import { tellingsOf } from './tellingsOf.ts';

/** Who tells something in a sentence, each with the word that says so. */
function tellersOf(text: string): string[] {
  const { sentences } = readDocument({ title: '', text, publishedAt: null, publisher: null });
  return sentences.flatMap((sentence) =>
    tellingsOf(sentence).map(({ at, teller }) => `${sentence.items[teller.head]?.text} ${sentence.items[at]?.lower}`),
  );
}

test.each([
  ['Analysts said sales may reach $3 billion.', ['Analysts said']],
  ['Sales reached $3 billion, according to the ministry.', ['ministry according']],
  ['Sales reached $3 billion, said the ministry.', ['ministry said']],
  ['Sales reached $3 billion in data compiled by the ministry.', ['ministry data']],
  ['Analysts expected $3 billion, while the bank forecast $4 billion.', ['Analysts expected', 'bank forecast']],
  ['Sales reached $3 billion.', []],
])('%s', (text, tellers) => {
  expect(tellersOf(text)).toEqual(tellers);
});

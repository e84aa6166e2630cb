import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const textsOf = (text: string) => splitSentences(text, '').map((sentence) => sentence.text);

describe('splitSentences', () => {
  test.each([
    ['One ends. Two follows.', ['One ends.', 'Two follows.']],
    ['Apple Inc. rose 3%. The U.S. grew.', ['Apple Inc. rose 3%.', 'The U.S. grew.']],
    ['It met Mr. Smith on Oct. 3 in D.C. today.', ['It met Mr. Smith on Oct. 3 in D.C. today.']],
    ['He paid $1.5 billion. "Enough," he said.', ['He paid $1.5 billion.', '"Enough," he said.']],
    ['A line\nAnother line', ['A line', 'Another line']],
    ['It is over. iPhone sales fell.', ['It is over.', 'iPhone sales fell.']],
  ])('%s', (text, sentences) => {
    expect(textsOf(text)).toEqual(sentences);
  });

  test('cuts what its offsets say, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const sentences = splitSentences(text, '');
        return sentences.every(
          (sentence, index) =>
            text.slice(sentence.start, sentence.end) === sentence.text && sentence.start >= (sentences[index - 1]?.end ?? 0),
        );
      }),
    );
  });

  test('bounds a stretch without full stops', () => {
    expect(Math.max(...textsOf('word '.repeat(5000)).map((text) => text.length))).toBeLessThanOrEqual(1500);
  });
});

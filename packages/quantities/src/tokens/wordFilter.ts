/**
 * Tells at the price of a look into a table that a word is none of a set: by its first letter, its last letter and its length. What
 * passes may still be none of them.
 */
export class WordFilter {
  /** For each pair of letters the lengths of the words that begin and end with them, a bit each. */
  private readonly lengths = new Int32Array(1024);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const pair = pairOf(word);
      this.lengths[pair] = (this.lengths[pair] ?? 0) | (1 << (word.length & 31));
    }
  }

  mayHave(word: string): boolean {
    return (((this.lengths[pairOf(word)] ?? 0) >> (word.length & 31)) & 1) === 1;
  }
}

function pairOf(word: string): number {
  return ((word.charCodeAt(0) & 31) << 5) | (word.charCodeAt(word.length - 1) & 31);
}

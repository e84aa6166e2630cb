import type { NameSentence } from './nameSentence.ts';

/** How often a text writes a word how, apart from headlines and first words, where a capital says nothing. */
export interface WordUse {
  small: number;
  /** With a capital behind the first word of a sentence. */
  large: number;
  /** … and without a capital right before it: a name of its own, or its first word. */
  alone: number;
}

/** The use of each word of a text by its small letters. */
export function useOfWords(sentences: readonly NameSentence[]): (word: string) => WordUse {
  const uses = new Map<string, WordUse>();
  const none: WordUse = { small: 0, large: 0, alone: 0 };
  for (const { words, tags, headlineTo } of sentences) {
    for (let i = headlineTo; i < words.length; i++) {
      const word = words[i] ?? '';
      const lower = word.toLowerCase();
      const large = word !== lower;
      if (large && isOpening(words, tags, i)) continue;
      const use = uses.get(lower) ?? { small: 0, large: 0, alone: 0 };
      if (large) {
        use.large++;
        if (!/^\p{Lu}/u.test(words[i - 1] ?? '')) use.alone++;
      } else use.small++;
      uses.set(lower, use);
    }
  }
  return (word) => uses.get(word.toLowerCase()) ?? none;
}

/** The first word of a sentence, also behind a quotation mark, a dash, a colon or a bullet. */
export function isOpening(words: readonly string[], tags: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i] ?? '';
    if (/^[-–—:•*·“"‘(|>]$/.test(word)) return word !== '(' && (word !== '-' || i === 0);
    if (tags[i] !== 'PUNCT') return false;
    if (/^[.!?]$/.test(word)) return true;
    if (/^[,;)&/]$/.test(word)) return false;
  }
  return true;
}

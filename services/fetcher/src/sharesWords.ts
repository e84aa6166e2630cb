/** Whether at least half of the words of one title stand in another; false when it has none. */
export function sharesWords(title: string, other: string): boolean {
  const words = wordsOf(title);
  const others = new Set(wordsOf(other));
  return words.length > 0 && words.filter((word) => others.has(word)).length * 2 >= words.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

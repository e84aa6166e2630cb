/** Gathers what was wrong with a document; each kind of trouble is told once, however often it occurs. */
export class Problems {
  readonly #seen = new Set<string>();
  /** More kinds than this say nothing new about a source's health. */
  static readonly MAX = 20;

  add(sentence: string): void {
    if (this.#seen.size < Problems.MAX) this.#seen.add(sentence);
  }

  list(): string[] {
    return [...this.#seen];
  }
}

/** Sources are numbered as they come; two numbers make one number that a map can hold. */
const MOST_SOURCES = 2 ** 24;

/**
 * Whole-number counts for pairs of sources. Only pairs that met have an entry, so that memory grows with meetings and not with the
 * square of the sources.
 */
export class PairCounts {
  readonly #fields: number;
  readonly #slots = new Map<number, number>();
  #counts: Int32Array;

  constructor(fields: number) {
    this.#fields = fields;
    this.#counts = new Int32Array(64 * fields);
  }

  /** Where the counts of a pair begin; `a` must be the smaller number. */
  slotOf(a: number, b: number): number {
    const pair = a * MOST_SOURCES + b;
    const known = this.#slots.get(pair);
    if (known !== undefined) return known;
    const slot = this.#slots.size * this.#fields;
    this.#slots.set(pair, slot);
    if (slot + this.#fields > this.#counts.length) {
      const grown = new Int32Array(2 * this.#counts.length);
      grown.set(this.#counts);
      this.#counts = grown;
    }
    return slot;
  }

  add(slot: number, field: number): void {
    this.#counts[slot + field] = (this.#counts[slot + field] ?? 0) + 1;
  }

  /** A count of a pair in any order; 0 for those who never met. */
  get(a: number, b: number, field: number): number {
    const slot = this.#slots.get(a < b ? a * MOST_SOURCES + b : b * MOST_SOURCES + a);
    return slot === undefined ? 0 : (this.#counts[slot + field] ?? 0);
  }

  *pairs(): Generator<readonly [number, number]> {
    for (const pair of this.#slots.keys()) yield [Math.floor(pair / MOST_SOURCES), pair % MOST_SOURCES];
  }
}

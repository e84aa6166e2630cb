/** Fewer meetings of two sources prove nothing. */
export const MIN_COMPARISONS = 20;

/**
 * Whole-number counts for pairs of sources. Only pairs that met have an entry, so that memory grows with meetings and not with the
 * square of the sources.
 */
export class PairCounts {
  readonly #fields: number;
  /** By the smaller number of a pair, then the greater: where its counts begin. */
  readonly #slots: Map<number, number>[] = [];
  #size = 0;
  readonly #ripe: (readonly [number, number])[] = [];
  #counts: Int32Array;

  constructor(fields: number) {
    this.#fields = fields;
    this.#counts = new Int32Array(64 * fields);
  }

  /** Adds one to a pair's first field, and to another one. `a` must be the smaller number. */
  add(a: number, b: number, field: number | null): void {
    const slot = this.#slotOf(a, b);
    const met = (this.#counts[slot] ?? 0) + 1;
    this.#counts[slot] = met;
    if (met === MIN_COMPARISONS) this.#ripe.push([a, b]);
    if (field !== null) this.#counts[slot + field] = (this.#counts[slot + field] ?? 0) + 1;
  }

  /** A count of a pair in any order; 0 for those who never met. */
  get(a: number, b: number, field: number): number {
    const slot = this.#slots[Math.min(a, b)]?.get(Math.max(a, b));
    return slot === undefined ? 0 : (this.#counts[slot + field] ?? 0);
  }

  get size(): number {
    return this.#size;
  }

  /** Pairs that met often enough to say something of them. */
  ripePairs(): readonly (readonly [number, number])[] {
    return this.#ripe;
  }

  #slotOf(a: number, b: number): number {
    while (this.#slots.length <= a) this.#slots.push(new Map());
    const known = this.#slots[a]?.get(b);
    if (known !== undefined) return known;
    const slot = this.#size * this.#fields;
    this.#slots[a]?.set(b, slot);
    this.#size++;
    if (slot + this.#fields > this.#counts.length) {
      const grown = new Int32Array(2 * this.#counts.length);
      grown.set(this.#counts);
      this.#counts = grown;
    }
    return slot;
  }
}

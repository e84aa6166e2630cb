/** Sources are numbered as they come; two numbers make one number that a map can hold. */
const MOST_SOURCES = 2 ** 24;

/** Fewer meetings of two sources prove nothing. */
export const MIN_COMPARISONS = 20;

/**
 * Whole-number counts for pairs of sources. Only pairs that met have an entry, so that memory grows with meetings and not with the
 * square of the sources.
 */
export class PairCounts {
  readonly #fields: number;
  readonly #slots = new Map<number, number>();
  readonly #ripe: (readonly [number, number])[] = [];
  #counts: Int32Array;

  constructor(fields: number) {
    this.#fields = fields;
    this.#counts = new Int32Array(64 * fields);
  }

  /** Adds one to a pair's first field, and to another one. `a` must be the smaller number. */
  add(a: number, b: number, field: number | null): void {
    const slot = this.#slotOf(a * MOST_SOURCES + b);
    const met = (this.#counts[slot] ?? 0) + 1;
    this.#counts[slot] = met;
    if (met === MIN_COMPARISONS) this.#ripe.push([a, b]);
    if (field !== null) this.#counts[slot + field] = (this.#counts[slot + field] ?? 0) + 1;
  }

  /** A count of a pair in any order; 0 for those who never met. */
  get(a: number, b: number, field: number): number {
    const slot = this.#slots.get(a < b ? a * MOST_SOURCES + b : b * MOST_SOURCES + a);
    return slot === undefined ? 0 : (this.#counts[slot + field] ?? 0);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Pairs that met often enough to say something of them. */
  ripePairs(): readonly (readonly [number, number])[] {
    return this.#ripe;
  }

  #slotOf(pair: number): number {
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
}

import { TAGS } from './tag.ts';

/** Keys of features have this many bits: few enough for a small file, many enough that two features hardly ever share one. */
const KEY_BITS = 24;
const KEY_SHIFT = 32 - KEY_BITS;

/** The key under which a feature's weights stand. */
export function keyOf(feature: number): number {
  return feature >>> KEY_SHIFT;
}

/** One feature's whole numbers, −127 to 127, in the order of `TAGS`. */
export interface WeightRow {
  readonly key: number;
  readonly weights: readonly number[];
}

/** Rows by key: an open table, since a lookup happens thirty times a word. */
export class Weights {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #rows: Int8Array;

  constructor(rows: readonly WeightRow[]) {
    const size = 1 << Math.ceil(Math.log2(Math.max(2, rows.length * 3)));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2).fill(-1);
    this.#rows = new Int8Array(rows.length * TAGS.length);
    for (const [row, { key, weights }] of rows.entries()) {
      let slot = key & this.#mask;
      while (this.#slots[slot * 2] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = key;
      this.#slots[slot * 2 + 1] = row * TAGS.length;
      this.#rows.set(weights, row * TAGS.length);
    }
  }

  /** Adds to the score of each tag what `features` say for it. */
  add(features: ArrayLike<number>, scores: Int32Array): void {
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = this.#mask;
    const tags = TAGS.length;
    for (let f = 0; f < features.length; f++) {
      const key = (features[f] ?? 0) >>> KEY_SHIFT;
      let slot = key & mask;
      let found = slots[slot * 2] ?? -1;
      while (found !== key && found !== -1) {
        slot = (slot + 1) & mask;
        found = slots[slot * 2] ?? -1;
      }
      if (found === -1) continue;
      const row = slots[slot * 2 + 1] ?? 0;
      for (let tag = 0; tag < tags; tag++) scores[tag] = (scores[tag] ?? 0) + (rows[row + tag] ?? 0);
    }
  }
}

/** The index of the tag with the highest score; the first of `TAGS` among equals. */
export function bestTag(scores: Int32Array): number {
  let best = 0;
  for (let tag = 1; tag < scores.length; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}

/**
 * The file's form: rows in the order of their keys, each the distance to the key before (seven bits a byte, the low ones first, the
 * eighth says that more follow), three bytes that say which tags have a weight, and these weights, one byte each; all of it in base64.
 */
export function encodeWeights(rows: readonly WeightRow[]): string {
  const bytes: number[] = [];
  let last = 0;
  for (const { key, weights } of rows.toSorted((a, b) => a.key - b.key)) {
    let distance = key - last;
    last = key;
    for (; distance > 0x7f; distance >>>= 7) bytes.push((distance & 0x7f) | 0x80);
    bytes.push(distance);
    let present = 0;
    for (const [tag, weight] of weights.entries()) if (weight !== 0) present |= 1 << tag;
    bytes.push(present & 0xff, (present >>> 8) & 0xff, (present >>> 16) & 0xff);
    for (const weight of weights) if (weight !== 0) bytes.push(weight & 0xff);
  }
  return Buffer.from(bytes).toString('base64');
}

/** Reads what `encodeWeights` wrote. */
export function decodeWeights(text: string): WeightRow[] {
  const bytes = Buffer.from(text, 'base64');
  const rows: WeightRow[] = [];
  let at = 0;
  let key = 0;
  const next = () => bytes[at++] ?? 0;
  while (at < bytes.length) {
    let byte = next();
    let distance = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = next();
      distance |= (byte & 0x7f) << shift;
    }
    key += distance;
    const present = next() | (next() << 8) | (next() << 16);
    rows.push({ key, weights: TAGS.map((_, tag) => (present & (1 << tag) ? (next() << 24) >> 24 : 0)) });
  }
  return rows;
}

import { differingBits } from './fingerprint.ts';

/** Of 64 bits. Copies with a paragraph added or cut differ in up to these; other news texts in 14 and more (`tests/bench/fingerprints.ts`). */
export const MAX_NEAR_BITS = 10;

/** With at most these bits that differ, at least two of nine blocks are equal; with a few more, mostly. */
export const SURE_BITS = 7;
const BLOCKS = SURE_BITS + 2;
const BITS = 64;

export interface FingerprintIndex<Key> {
  add(fingerprint: string, key: Key): void;
  /** What was added under a fingerprint that differs in at most 10 bits, nearest first: all of at most 7, nine in ten of the others. */
  near(fingerprint: string): { key: Key; bits: number }[];
}

interface Entry<Key> {
  readonly high: number;
  readonly low: number;
  readonly key: Key;
}

/**
 * Finds near-duplicate texts without comparing all pairs: only those with the same bits in two of nine blocks are compared, one in 450 of
 * unrelated texts (Manku, Jain and Das Sarma 2007, with a table for each pair of blocks).
 */
export function createFingerprintIndex<Key>(): FingerprintIndex<Key> {
  const tables = new Map<string, Entry<Key>[]>();
  return {
    add(fingerprint, key) {
      const entry = { ...halvesOf(fingerprint), key };
      for (const place of placesOf(entry)) {
        const entries = tables.get(place);
        if (entries === undefined) tables.set(place, [entry]);
        else entries.push(entry);
      }
    },
    near(fingerprint) {
      const asked = halvesOf(fingerprint);
      const found = new Map<Entry<Key>, number>();
      for (const place of placesOf(asked)) {
        for (const entry of tables.get(place) ?? []) {
          const bits = differingBits(entry.high ^ asked.high, entry.low ^ asked.low);
          if (bits <= MAX_NEAR_BITS) found.set(entry, bits);
        }
      }
      return [...found].map(([{ key }, bits]) => ({ key, bits })).sort((a, b) => a.bits - b.bits);
    },
  };
}

function halvesOf(fingerprint: string): { high: number; low: number } {
  return { high: Number.parseInt(fingerprint.slice(0, 8), 16), low: Number.parseInt(fingerprint.slice(8), 16) };
}

/** The names of the 36 places under which a fingerprint stands: which two blocks, and their bits. */
function placesOf({ high, low }: { high: number; low: number }): string[] {
  const bits = high.toString(2).padStart(BITS / 2, '0') + low.toString(2).padStart(BITS / 2, '0');
  const blocks = Array.from({ length: BLOCKS }, (_, at) =>
    bits.slice(Math.floor((at * BITS) / BLOCKS), Math.floor(((at + 1) * BITS) / BLOCKS)),
  );
  const places: string[] = [];
  for (let first = 0; first < BLOCKS; first++)
    for (let second = first + 1; second < BLOCKS; second++) places.push(`${first}${second}${blocks[first]}${blocks[second]}`);
  return places;
}

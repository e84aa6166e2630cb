import { MAX_COPY_BITS } from './constants.ts';
import type { DisjointSets } from './disjointSets.ts';

/** Two fingerprints that differ in at most 7 bits are equal in at least one of eight bytes. */
export function joinNearDuplicates(fingerprints: ReadonlyMap<string, number>, groups: DisjointSets): void {
  if (fingerprints.size < 2) return;
  const bands = new Map<number, { bits: FingerprintBits; index: number }[]>();
  for (const [print, index] of fingerprints) {
    const bits = bitsOf(print);
    for (let band = 0; band < 8; band++) {
      const key = (band << 8) | (((bits[band >> 2] ?? 0) >>> (8 * (band & 3))) & 0xff);
      const rivals = bands.get(key);
      if (rivals === undefined) {
        bands.set(key, [{ bits, index }]);
        continue;
      }
      for (const rival of rivals)
        if (groups.find(rival.index) !== groups.find(index) && areBitsNear(rival.bits, bits)) groups.join(rival.index, index);
      rivals.push({ bits, index });
    }
  }
}

/** Whether the texts of two fingerprints are edited copies of each other, or one text. */
export function areNearDuplicates(a: string, b: string): boolean {
  return a === b || areBitsNear(bitsOf(a), bitsOf(b));
}

/** The two halves of a fingerprint as whole numbers, for who compares it with many. */
export type FingerprintBits = readonly [number, number];

export function bitsOf(fingerprint: string): FingerprintBits {
  return [Number.parseInt(fingerprint.slice(0, 8), 16), Number.parseInt(fingerprint.slice(8), 16)];
}

/** The same as `areNearDuplicates`. */
export function areBitsNear(a: FingerprintBits, b: FingerprintBits): boolean {
  return popCount(a[0] ^ b[0]) + popCount(a[1] ^ b[1]) <= MAX_COPY_BITS;
}

function popCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

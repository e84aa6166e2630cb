import { MAX_COPY_BITS } from './constants.ts';
import type { DisjointSets } from './disjointSets.ts';

/** Two fingerprints that differ in at most 7 bits are equal in at least one of eight bytes. */
export function joinNearDuplicates(fingerprints: ReadonlyMap<string, number>, groups: DisjointSets): void {
  if (fingerprints.size < 2) return;
  const bands = new Map<string, { print: string; index: number }[]>();
  for (const [print, index] of fingerprints) {
    for (let band = 0; band < 8; band++) {
      const key = `${band}${print.slice(2 * band, 2 * band + 2)}`;
      const rivals = bands.get(key);
      if (rivals === undefined) {
        bands.set(key, [{ print, index }]);
        continue;
      }
      for (const rival of rivals)
        if (groups.find(rival.index) !== groups.find(index) && differingBits(rival.print, print) <= MAX_COPY_BITS)
          groups.join(rival.index, index);
      rivals.push({ print, index });
    }
  }
}

/** Hamming distance of two 64-bit numbers in hexadecimal. */
function differingBits(a: string, b: string): number {
  return (
    popCount(Number.parseInt(a.slice(0, 8), 16) ^ Number.parseInt(b.slice(0, 8), 16)) +
    popCount(Number.parseInt(a.slice(8), 16) ^ Number.parseInt(b.slice(8), 16))
  );
}

function popCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

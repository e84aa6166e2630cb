const SHINGLE_WORDS = 3;
const NO_WORDS = '0000000000000000';

/**
 * 64-bit SimHash (Charikar 2002) over shingles of three words, in 16 hexadecimal digits. Case, punctuation and spacing don't count, so
 * that copies of one text under different layouts have the same fingerprint, and edited copies one that differs in few bits.
 */
export function fingerprint(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return NO_WORDS;
  const hashes = words.map(hashWord);
  const votes = new Int32Array(64);
  for (let start = 0; start < Math.max(1, words.length - SHINGLE_WORDS + 1); start++) {
    let low = 0x9e3779b9;
    let high = 0x85ebca6b;
    for (let index = start; index < Math.min(start + SHINGLE_WORDS, hashes.length); index++) {
      low = mix(low ^ (hashes[index] ?? 0));
      high = mix(Math.imul(high, 31) + low);
    }
    vote(votes, low, 0);
    vote(votes, high, 32);
  }
  return hexOf(votes, 32) + hexOf(votes, 0);
}

/** How many of the 64 bits of two fingerprints differ. */
export function hammingDistance(a: string, b: string): number {
  return differingBits(
    Number.parseInt(a.slice(0, 8), 16) ^ Number.parseInt(b.slice(0, 8), 16),
    Number.parseInt(a.slice(8), 16) ^ Number.parseInt(b.slice(8), 16),
  );
}

/** How many bits are set in two halves of 32 bits. */
export function differingBits(high: number, low: number): number {
  return bitsOf(high) + bitsOf(low);
}

/** FNV-1a, 32 bits. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3: every bit of the input touches every bit of the output. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function vote(votes: Int32Array, hash: number, from: number): void {
  for (let bit = 0; bit < 32; bit++) votes[from + bit] = (votes[from + bit] ?? 0) + ((hash >>> bit) & 1) * 2 - 1;
}

function hexOf(votes: Int32Array, from: number): string {
  let word = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) word |= 1 << bit;
  return (word >>> 0).toString(16).padStart(8, '0');
}

function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Hashes of the names of features and of circumstances: a few hundred strings that stand in the code. */
const hashes = new Map<string, number>();
const MAX_HASHES = 10_000;

/** The hash of a string that comes again and again; the same as `hashText`, looked up. */
export function hashOf(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = hashText(text);
  if (hashes.size >= MAX_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}

/** FNV-1a over UTF-16 code units, 32 bits. Words are short: to hash one takes less time than to look it up among all that were met. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** One hash of two, in which their order counts. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35);
}

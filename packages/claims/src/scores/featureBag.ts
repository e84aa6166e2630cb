/**
 * What speaks for and against one candidate: features, each a phrase in words with a value, kept as 32-bit hashes of both. A model has a
 * weight for each hash; that two features share one by accident is as rare as one in millions of pairs.
 */
export class FeatureBag {
  readonly ids: number[] = [];
  /** In words, beside `ids`; only when somebody will be told why. */
  readonly names: string[] | null;

  constructor(explains = false) {
    this.names = explains ? [] : null;
  }

  /** `add('word before it', 'of')`. */
  add(name: string, value: string | number | boolean = ''): void {
    if (SKIPPED.has(name)) return; // EXPERIMENT
    this.ids.push(mix(hashOf(name), typeof value === 'string' ? hashOf(value) : Number(value)));
    this.names?.push(value === '' || value === true ? name : `${name}: ${value}`);
  }

  copy(): FeatureBag {
    const bag = new FeatureBag(this.names !== null);
    for (const id of this.ids) bag.ids.push(id);
    if (this.names !== null) bag.names?.push(...this.names);
    return bag;
  }

  /** The features, and each of them once more together with a circumstance: `word before it: of`, `word before it: of, for revenue`. */
  within(circumstance: string): FeatureBag {
    const hash = hashOf(circumstance);
    const bag = new FeatureBag(this.names !== null);
    for (const id of this.ids) bag.ids.push(id);
    for (const id of this.ids) bag.ids.push(mix(id, hash));
    if (this.names !== null) bag.names?.push(...this.names, ...this.names.map((name) => `${name}, for ${circumstance}`));
    return bag;
  }

  /** Each of the features only together with a circumstance. */
  only(circumstance: string): FeatureBag {
    const hash = hashOf(circumstance);
    const bag = new FeatureBag(this.names !== null);
    for (const id of this.ids) bag.ids.push(mix(id, hash));
    if (this.names !== null) bag.names?.push(...this.names);
    return bag;
  }
}
const SKIPPED = new Set((process.env['SKIP'] ?? '').split(';')); // EXPERIMENT

/** Hashes of the strings met so far: words and names of features come again and again. Emptied when full. */
const hashes = new Map<string, number>();
const MAX_HASHES = 100_000;

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashOf(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  if (hashes.size >= MAX_HASHES) hashes.clear();
  hashes.set(text, hash);
  return hash;
}

/** One hash of two, in which their order counts. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35);
}

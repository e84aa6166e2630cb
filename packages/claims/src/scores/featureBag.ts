/** What a feature says beside its name: a word, a number, a yes. */
export type FeatureValue = string | number | boolean;

/**
 * What speaks for and against one candidate: features, each a phrase in words with up to four values, kept as 32-bit hashes of all. A model
 * has a weight for each hash; that two features share one by accident is as rare as one in millions of pairs.
 */
export class FeatureBag {
  /** In words, beside `ids`; only when somebody will be told why. */
  readonly names: string[] | null;
  private buffer: Int32Array;
  private count: number;

  constructor(explains = false, capacity = 96) {
    this.names = explains ? [] : null;
    this.buffer = new Int32Array(capacity);
    this.count = 0;
  }

  /** The hashes of the features, in the order in which they were added. */
  get ids(): Int32Array {
    return this.buffer.subarray(0, this.count);
  }

  /** `add('word before it', 'of')`, `add('distance', 'before', 3)`. */
  add(name: string, a: FeatureValue = '', b?: FeatureValue, c?: FeatureValue, d?: FeatureValue): void {
    let id = mix(hashOf(name), hashOfValue(a));
    if (b !== undefined) id = mix(id, hashOfValue(b));
    if (c !== undefined) id = mix(id, hashOfValue(c));
    if (d !== undefined) id = mix(id, hashOfValue(d));
    this.push(id);
    if (this.names !== null) this.names.push(inWords(name, [a, b, c, d]));
  }

  /** Adds again what was added from index `from` on, each together with a circumstance: `across(0, 'acquisition')`. */
  across(from: number, circumstance: string): void {
    const hash = hashOf(circumstance);
    for (let i = from, end = this.count; i < end; i++) {
      this.push(mix(this.buffer[i] ?? 0, hash));
      this.names?.push(`${this.names[i]}, of ${circumstance}`);
    }
  }

  /** A bag with these features, to which others can be added. */
  copy(): FeatureBag {
    const bag = new FeatureBag(this.names !== null, this.count + 48);
    bag.buffer.set(this.ids);
    bag.count = this.count;
    if (this.names !== null) bag.names?.push(...this.names);
    return bag;
  }

  private push(id: number): void {
    if (this.count === this.buffer.length) {
      const larger = new Int32Array(this.buffer.length * 2);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.count++] = id;
  }
}

function inWords(name: string, values: readonly (FeatureValue | undefined)[]): string {
  const told = values.filter((value) => value !== undefined && value !== '' && value !== true);
  return told.length === 0 ? name : `${name}: ${told.join(' ')}`;
}

function hashOfValue(value: FeatureValue): number {
  return typeof value === 'string' ? hashOf(value) : Number(value) + 1;
}

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

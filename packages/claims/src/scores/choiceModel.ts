import { mix } from './hash.ts';

/** Weights of one decision: a score for each feature hash. Frozen integers, so that every platform sums to the same bit. */
export interface ChoiceModel {
  /** The sum of the weights of these features, in steps of `scale`. */
  readonly sum: (ids: readonly number[]) => number;
  /** The sum of the weights of these features, each together with a circumstance. */
  readonly sumWithin: (ids: readonly number[], circumstance: number) => number;
  readonly weightOf: (id: number) => number;
  /** How much one step counts in the exponent. */
  readonly scale: number;
}

/**
 * The weights as a file holds them: a signed byte for each, then the hashes in ascending order, each as its distance from the one before
 * (from the least int32 at first) in groups of seven bits, the lowest first; the last group of each has its high bit clear (LEB128).
 */
export interface PackedWeights {
  readonly scale: number;
  readonly size: number;
  /** Base64. */
  readonly bytes: string;
}

/** A model that knows nothing: every candidate is as good as another. */
export const indifferent: ChoiceModel = { sum: () => 0, sumWithin: () => 0, weightOf: () => 0, scale: 1 };

export function unpackModel({ scale, size, bytes }: PackedWeights): ChoiceModel {
  const raw = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
  const weights = new Int8Array(raw.buffer, 0, size);
  return modelOf(scale, distances(raw.subarray(size), size), weights);
}

function distances(raw: Uint8Array, size: number): Int32Array {
  const ids = new Int32Array(size);
  let id = LEAST_ID;
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let shift = 0; ; shift += 7) {
      const group = raw[at++] ?? 0;
      id += (group & 0x7f) * 2 ** shift;
      if (group < 0x80) break;
    }
    ids[i] = id;
  }
  return ids;
}

/** Linear probing over a table at most half full: one look for most features. */
function modelOf(scale: number, ids: Int32Array, steps: Int8Array): ChoiceModel {
  let capacity = 16;
  while (capacity < ids.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Int32Array(capacity);
  const weights = new Int8Array(capacity);
  for (const [i, id] of ids.entries()) {
    let slot = (id ^ (id >>> 15)) & mask;
    while (weights[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = id;
    weights[slot] = steps[i] ?? 0;
  }
  const weightOf = (id: number): number => {
    let slot = (id ^ (id >>> 15)) & mask;
    for (let weight = weights[slot]; weight !== undefined && weight !== 0; weight = weights[slot]) {
      if (keys[slot] === id) return weight;
      slot = (slot + 1) & mask;
    }
    return 0;
  };
  return {
    scale,
    weightOf,
    sum: (ids) => {
      let sum = 0;
      for (const id of ids) sum += weightOf(id);
      return sum;
    },
    sumWithin: (ids, circumstance) => {
      let sum = 0;
      for (const id of ids) sum += weightOf(mix(id, circumstance));
      return sum;
    },
  };
}

/** Probabilities of candidates from their sums; they add up to 1. */
export function probabilities(sums: readonly number[], scale: number): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  const odds = sums.map((sum) => Math.exp((sum - most) * scale));
  let total = 0;
  for (const odd of odds) total += odd;
  return odds.map((odd) => odd / total);
}

/** Fewer steps than that are left out: most of all weights. */
const LEAST_STEPS = 3;

const LEAST_ID = -(2 ** 31);

/** Packs weights into whole steps; those of fewer than `least` are left out. */
export function packModel(weights: ReadonlyMap<number, number>, least = LEAST_STEPS): PackedWeights {
  let largest = 0;
  for (const weight of weights.values()) largest = Math.max(largest, Math.abs(weight));
  const scale = largest === 0 ? 1 : Number((largest / 127).toPrecision(6));
  const kept = [...weights]
    .map(([id, weight]) => [id, Math.round(weight / scale)] as const)
    .filter(([, weight]) => Math.abs(weight) >= least)
    .sort(([a], [b]) => a - b);
  const raw = [...Int8Array.from(kept, ([, weight]) => Math.max(-127, Math.min(127, weight)))].map((weight) => weight & 0xff);
  let last = LEAST_ID;
  for (const [id] of kept) {
    let left = id - last;
    last = id;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) raw.push((left % 0x80) | 0x80);
    raw.push(left);
  }
  return { scale, size: kept.length, bytes: base64(Uint8Array.from(raw)) };
}

function base64(raw: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < raw.length; at += 0x8000) binary += String.fromCharCode(...raw.subarray(at, at + 0x8000));
  return btoa(binary);
}

import type { ChoiceModel } from './choiceModel.ts';
import { hashOf, hashText, mix } from './hash.ts';

/** What a feature says beside its name: a word, a number, a yes. */
export type FeatureValue = string | number | boolean;

/**
 * What speaks for and against one candidate: features, each a phrase in words with up to four values, kept as 32-bit hashes of all. A model
 * has a weight for each hash; that two features share one by accident is as rare as one in millions of pairs.
 */
export class FeatureBag {
  /** In words, beside `ids`; only when somebody will be told why. */
  readonly names: string[] | null;
  private readonly hashes: number[] = [];
  private readonly scores: { readonly model: ChoiceModel; readonly circumstance: number | null; readonly sum: number }[] = [];
  private once: Set<number> | null = null;

  constructor(explains = false) {
    this.names = explains ? [] : null;
  }

  /** The hashes of the features, in the order in which they were added. */
  get ids(): readonly number[] {
    return this.hashes;
  }

  /** `add('word before it', 'of')`, `add('distance', 'before', 3)`. */
  add(name: string, a: FeatureValue = '', b?: FeatureValue, c?: FeatureValue, d?: FeatureValue): void {
    let id = idOf(name, a);
    if (b !== undefined) id = mix(id, hashOfValue(b));
    if (c !== undefined) id = mix(id, hashOfValue(c));
    if (d !== undefined) id = mix(id, hashOfValue(d));
    this.hashes.push(id);
    if (this.names !== null) this.names.push(inWords(name, [a, b, c, d]));
  }

  /** Adds a feature unless it was added so before. */
  addOnce(name: string, value: FeatureValue): void {
    const id = idOf(name, value);
    this.once ??= new Set();
    if (this.once.has(id)) return;
    this.once.add(id);
    this.hashes.push(id);
    if (this.names !== null) this.names.push(inWords(name, [value]));
  }

  /** What its features say, which is asked again and again: remembered, so nothing may be added any more. */
  scoreBy(model: ChoiceModel, circumstance: number | null): number {
    for (const known of this.scores) if (known.model === model && known.circumstance === circumstance) return known.sum;
    const sum = sumOf(this.hashes, circumstance, model);
    this.scores.push({ model, circumstance, sum });
    return sum;
  }

  /** Adds again what was added from index `from` on, each together with a circumstance: `across(0, 'acquisition')`. */
  across(from: number, circumstance: string): void {
    const hash = hashOf(circumstance);
    for (let i = from, end = this.hashes.length; i < end; i++) {
      this.hashes.push(mix(this.hashes[i] ?? 0, hash));
      this.names?.push(`${this.names[i]}, of ${circumstance}`);
    }
  }
}

/** What features say, alone and each together with a circumstance. */
export function sumOf(ids: readonly number[], circumstance: number | null, model: ChoiceModel): number {
  return circumstance === null ? model.sum(ids) : model.sum(ids) + model.sumWithin(ids, circumstance);
}

function inWords(name: string, values: readonly (FeatureValue | undefined)[]): string {
  const told = values.filter((value) => value !== undefined && value !== '' && value !== true);
  return told.length === 0 ? name : `${name}: ${told.join(' ')}`;
}

function idOf(name: string, value: FeatureValue): number {
  return mix(hashOf(name), hashOfValue(value));
}

function hashOfValue(value: FeatureValue): number {
  return typeof value === 'string' ? hashText(value) : Number(value) + 1;
}

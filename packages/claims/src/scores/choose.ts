import { type ChoiceModel, probabilities } from './choiceModel.ts';
import type { FeatureBag } from './featureBag.ts';

/** One of several things that may fill a field. */
export interface Option<Value> {
  readonly value: Value;
  /** Options with one key mean the same and are chosen together: the mentions of one name. */
  readonly key: string;
  readonly features: FeatureBag;
}

/** A value with the probability of all options that mean it. */
export interface Answer<Value> {
  readonly value: Value;
  readonly key: string;
  readonly probability: number;
}

/** What options mean, the most probable first; of options that mean the same, the one with the best score gives the value. Empty without options. */
export function choose<Value>(options: readonly Option<Value>[], model: ChoiceModel): Answer<Value>[] {
  const odds = probabilities(
    options.map(({ features }) => model.sum(features.ids)),
    model.scale,
  );
  const byKey = new Map<string, { value: Value; key: string; probability: number; best: number }>();
  for (const [i, { value, key }] of options.entries()) {
    const own = odds[i] ?? 0;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { value, key, probability: own, best: own });
    else {
      known.probability += own;
      if (own > known.best) {
        known.best = own;
        known.value = value;
      }
    }
  }
  return [...byKey.values()].sort((a, b) => b.probability - a.probability);
}

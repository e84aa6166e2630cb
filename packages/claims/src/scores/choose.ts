import { type ChoiceModel, probabilities } from './choiceModel.ts';
import { type FeatureBag, sumOf } from './featureBag.ts';
import { hashOf, mix } from './hash.ts';

/** One of several things that may fill a field. */
export interface Option<Value> {
  readonly value: Value;
  /** Options with one key mean the same and are chosen together: the mentions of one name. */
  readonly key: string;
  readonly features: FeatureBag;
  /** Features that it has beside an answer that was chosen before. */
  readonly pair?: FeatureBag;
  /** Features that the option has in other questions, too; their score is worked out once. */
  readonly standing?: readonly FeatureBag[];
  /** What the features are seen together with, such as the measure: each counts once more, together with it. */
  readonly within?: string;
  /** Features of the question that are the same for all options: they count only together with `within`. */
  readonly shared?: FeatureBag;
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
    options.map((option) => scoreOf(option, model)),
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

/** The sum of the weights of an option's features, in steps of the model's scale. */
export function scoreOf<Value>({ features, pair, standing, within, shared }: Option<Value>, model: ChoiceModel): number {
  const circumstance = within === undefined ? null : hashOf(within);
  let score = sumOf(features.ids, circumstance, model);
  if (pair !== undefined) score += sumOf(pair.ids, circumstance, model);
  if (standing !== undefined) for (const bag of standing) score += bag.scoreBy(model, circumstance);
  return shared === undefined || circumstance === null ? score : score + model.sumWithin(shared.ids, circumstance);
}

/** The hashes that an option's score goes by, as fitting needs them. */
export function idsOf<Value>({ features, pair, standing, within, shared }: Option<Value>): number[] {
  const plain = [...features.ids, ...(pair?.ids ?? []), ...(standing ?? []).flatMap(({ ids }) => ids)];
  if (within === undefined) return plain;
  const hash = hashOf(within);
  const seen = (shared === undefined ? plain : [...plain, ...shared.ids]).map((id) => mix(id, hash));
  return [...plain, ...seen];
}

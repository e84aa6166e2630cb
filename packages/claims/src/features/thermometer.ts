import type { FeatureBag } from '../scores/featureBag.ts';

const STEPS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/** A probability as features: each step that it reaches is one, so that weights add up along the scale. `0.25` reaches five. */
export function addChance(bag: FeatureBag, name: string, chance: number): void {
  for (const step of STEPS) if (chance >= step) bag.add(name, `${step} or more`);
}

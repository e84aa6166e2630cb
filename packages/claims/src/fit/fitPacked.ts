import { type PackedWeights, packModel, unpackModel } from '../scores/choiceModel.ts';
import type { Choices } from './choices.ts';
import { type Fit, fitChoices } from './fitChoices.ts';

/** Fewer steps than that are left out before the second fit. */
const SMALL_STEPS = 4;

/** Steps of the second fit, which begins with fewer features. */
const SECOND_ITERATIONS = 15;

/** A model of so many features is fitted once: what small weights say of it is noise. */
const FEW = 200_000;

/**
 * Weights as a file holds them, fitted twice where features are very many: small ones are most of all and each says next to nothing, but together
 * they do, so when they go the others are fitted anew without them.
 */
export function fitPacked(choices: Choices, fit: Fit, few = FEW): PackedWeights {
  const weights = fitChoices(choices, fit);
  if (choices.ids.length <= few) return packModel(weights);
  const first = unpackModel(packModel(weights, SMALL_STEPS));
  const kept = { has: (id: number) => first.weightOf(id) !== 0 };
  return packModel(fitChoices(choices, { ...fit, of: kept, iterations: SECOND_ITERATIONS }), 1);
}

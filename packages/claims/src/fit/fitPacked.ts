import { LEAST_STEPS, type PackedWeights, packModel, unpackModel } from '../scores/choiceModel.ts';
import type { Choices } from './choices.ts';
import { type Fit, fitChoices } from './fitChoices.ts';

/** Steps of the second fit, which begins with fewer features. */
const SECOND_ITERATIONS = 15;

/** So many features take no room worth saving: there, small weights stay. */
const FEW = 10_000;

/**
 * Weights as a file holds them, fitted twice where they are many: small ones are most of all and each says next to nothing, but together they do,
 * so when they go the others are fitted anew without them.
 */
export function fitPacked(choices: Choices, fit: Fit, few = FEW): PackedWeights {
  if (choices.ids.length <= few) return packModel(fitChoices(choices, fit), 1);
  const first = unpackModel(packModel(fitChoices(choices, fit), LEAST_STEPS));
  const kept = { has: (id: number) => first.weightOf(id) !== 0 };
  return packModel(fitChoices(choices, { ...fit, of: kept, iterations: SECOND_ITERATIONS }), 1);
}

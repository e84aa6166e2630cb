import type { PackedDealWeights } from '../deals/dealWeights.ts';
import { packModel } from '../scores/choiceModel.ts';
import type { DealWeights } from './fitDeals.ts';

/** All models for deals as the file of weights holds them. */
export function packDeals(weights: DealWeights): PackedDealWeights {
  return {
    telling: packModel(weights.telling),
    party: packModel(weights.party),
    join: packModel(weights.join),
    cast: packModel(weights.cast),
    together: packModel(weights.together),
    value: packModel(weights.value),
    status: packModel(weights.status),
    certainty: packModel(weights.certainty),
  };
}

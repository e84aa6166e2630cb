import { type PackedWeights, unpackModel } from '../scores/choiceModel.ts';
import type { DealModels } from './dealModels.ts';
import weights from './dealWeights.json' with { type: 'json' };

/** Packed weights of every model for deals. */
export type PackedDealWeights = Readonly<Record<keyof DealModels, PackedWeights>>;

export function unpackDealModels(packed: PackedDealWeights): DealModels {
  return {
    telling: unpackModel(packed.telling),
    party: unpackModel(packed.party),
    join: unpackModel(packed.join),
    cast: unpackModel(packed.cast),
    together: unpackModel(packed.together),
    value: unpackModel(packed.value),
    status: unpackModel(packed.status),
    certainty: unpackModel(packed.certainty),
  };
}

let fitted: DealModels | null = null;

/** The models that the repository's weights make, unpacked at the first text. */
export function fittedDealModels(): DealModels {
  fitted ??= unpackDealModels(weights);
  return fitted;
}

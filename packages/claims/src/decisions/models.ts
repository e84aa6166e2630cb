import type { ChoiceModel, PackedWeights } from '../scores/choiceModel.ts';
import { indifferent, unpackModel } from '../scores/choiceModel.ts';

/** The decisions that are learned, one model each. */
const decisionNames = ['measure', 'subject', 'counterparty', 'speaker', 'direction', 'unit', 'status', 'period', 'certainty'] as const;

export type DecisionName = (typeof decisionNames)[number];

export type Models = Readonly<Record<DecisionName, ChoiceModel>>;

export type PackedModels = Partial<Record<DecisionName, PackedWeights>>;

export function unpackModels(packed: PackedModels): Models {
  const model = (name: DecisionName): ChoiceModel => {
    const weights = packed[name];
    return weights === undefined ? indifferent : unpackModel(weights);
  };
  return {
    measure: model('measure'),
    subject: model('subject'),
    counterparty: model('counterparty'),
    speaker: model('speaker'),
    direction: model('direction'),
    unit: model('unit'),
    status: model('status'),
    period: model('period'),
    certainty: model('certainty'),
  };
}

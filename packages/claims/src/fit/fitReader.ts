import type { PackedDealWeights } from '../deals/dealWeights.ts';
import type { PackedModels } from '../decisions/models.ts';
import { fitDeals, fitDealsByFold } from './fitDeals.ts';
import { FigureFitter } from './fitFigures.ts';
import { labelledDeals } from './labelledDeals.ts';
import { readLabelled } from './labelledReading.ts';
import type { LabelledText } from './labelledText.ts';
import { packDeals } from './packDeals.ts';

/** All that the reader has learned. */
export interface ReaderWeights {
  readonly figures: PackedModels;
  readonly deals: PackedDealWeights;
}

/** Fits every model to all texts. The same texts in the same order give the same weights. */
export function fitReader(texts: readonly LabelledText[]): ReaderWeights {
  return {
    figures: new FigureFitter(texts.map(readLabelled)).fit([]),
    deals: packDeals(fitDeals(texts.map(labelledDeals))),
  };
}

/** Weights for each fold, fitted to the texts of all others; to judge by texts that no weight has seen. */
export function fitReaderByFold(texts: readonly LabelledText[], onFold: (fold: number, weights: ReaderWeights) => void): void {
  const deals = new Map<number, PackedDealWeights>();
  fitDealsByFold(texts.map(labelledDeals), (fold, weights) => deals.set(fold, packDeals(weights)));
  const fitter = new FigureFitter(texts.map(readLabelled));
  for (const [fold, own] of deals) onFold(fold, { figures: fitter.fit([fold]), deals: own });
}

import type { PackedDealWeights } from '../deals/dealWeights.ts';
import type { PackedModels } from '../decisions/models.ts';
import { DealFitter } from './fitDeals.ts';
import { FigureFitter } from './fitFigures.ts';
import { labelledDeals } from './labelledDeals.ts';
import { readLabelled } from './labelledReading.ts';
import type { LabelledText } from './labelledText.ts';

/** All that the reader has learned. */
export interface ReaderWeights {
  readonly figures: PackedModels;
  readonly deals: PackedDealWeights;
}

/**
 * Fits the models for figures, once for each list of folds whose texts shall not be seen, each when it is asked for; what the fits share is fitted
 * once. The same texts in the same order give the same weights.
 */
export function* fitFigures(texts: readonly LabelledText[], leftOut: readonly (readonly number[])[]): Generator<PackedModels, void> {
  const fitter = new FigureFitter(texts.map(readLabelled));
  for (const folds of leftOut) yield fitter.fit(folds);
}

/** The same for deals, which know nothing of the figures' models: each may have a processor. */
export function* fitDeals(texts: readonly LabelledText[], leftOut: readonly (readonly number[])[]): Generator<PackedDealWeights, void> {
  const fitter = new DealFitter(texts.map(labelledDeals));
  for (const folds of leftOut) yield fitter.fit(folds);
}

/** Fits every model to all texts. */
export function fitReader(texts: readonly LabelledText[]): ReaderWeights {
  const [figures] = fitFigures(texts, [[]]);
  const [deals] = fitDeals(texts, [[]]);
  if (figures === undefined || deals === undefined) throw new Error('A fit gave no weights.');
  return { figures, deals };
}

import weights from './figureWeights.json' with { type: 'json' };
import { type Models, unpackModels } from './models.ts';

let fitted: Models | null = null;

/** The models of figures that the repository's weights make, unpacked at the first text. */
export function fittedModels(): Models {
  fitted ??= unpackModels(weights);
  return fitted;
}

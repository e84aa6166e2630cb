import { encodeWeights } from '../tags/weights.ts';
import { fitTagger } from './fitTagger.ts';
import { trainingSentences } from './trainingSentences.ts';

/** The text of `tags/taggerWeights.json`, fitted to treebanks (texts of files in CoNLL-U form), in the order given. */
export function fitTaggerFile(treebanks: readonly string[]): string {
  return `${JSON.stringify({ weights: encodeWeights(fitTagger(trainingSentences(treebanks))) }, null, 2)}\n`;
}

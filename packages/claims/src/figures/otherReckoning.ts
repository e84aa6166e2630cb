import { wordsOf } from '../text/itemQueries.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { FigureDraft } from './figureDraft.ts';
import type { MeasureChoice } from './measureChoice.ts';

/** "Our own reckoning was …", "The bank's estimate is …": another value for what the sentence before put a number on. */
const RECKONING =
  /^(?:(?:our|their|his|her|its|the|an?|another) )(?:\S+ ){0,3}(?:reckoning|estimate|count|calculation|tally|guess|projection|arithmetic|sum)\b[^.;]{0,40} (?:is|was|are|were|comes to|came to|stands at|stood at|puts it at|put it at)(?: \w+){0,3}$/;

/** "Wall Street was looking for …", "Analysts, on average, expected …": what others had expected of it. */
const EXPECTING =
  /^(?:wall street|analysts|economists|investors|the (?:market|street))(?: ,)?(?: on average)?(?: ,)? (?:(?:had|were|was|have|has) )?(?:been )?(?:expect(?:ed|ing)|look(?:ed|ing) for|forecast(?:ing)?|predict(?:ed|ing)|modell?ing|anticipat(?:ed|ing)|calling for)(?: \w+){0,3}$/;

/** The figure right before that an amount without a measure of its own gives another value for; null when it doesn't. */
export function otherReckoning({ items }: ReadSentence, at: number, choice: MeasureChoice, last: FigureDraft | null): FigureDraft | null {
  if (last === null || choice.cue !== null || last.figure.unit !== choice.unit) return null;
  const words = wordsOf(items, 0, at);
  return RECKONING.test(words) || EXPECTING.test(words) ? last : null;
}

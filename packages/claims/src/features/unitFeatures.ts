import type { FigurePlace } from '../candidates/reading.ts';
import type { UnitCandidate } from '../decisions/countedUnit.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isBoundary } from '../text/itemQueries.ts';
import { stemOf, symbolOf } from './words.ts';

/** `sales of phones passed 167 million`: where the noun stands, and what stands between it and the number. */
export function unitFeatures(
  { sentence, at, quantity }: FigurePlace,
  { unit, from, sentence: other, head }: UnitCandidate,
  bag: FeatureBag,
): void {
  bag.add('from', from, quantity.noun !== null);
  bag.add('noun', stemOf(unit.slice(unit.lastIndexOf(' ') + 1)));
  bag.add('words in it', unit.split(' ').length);
  if (other === null || head < 0) return;
  if (other !== sentence) {
    bag.add('in the sentence before', from);
    return;
  }
  const { items } = sentence;
  const side = head < at ? 'before' : 'behind';
  const [left, right] = head < at ? [head + 1, at] : [at + 1, head];
  let edges = 0;
  let amounts = 0;
  for (let i = left; i < right; i++) {
    if (isBoundary(items, i)) edges++;
    if (items[i]?.kind === 'quantity') amounts++;
  }
  bag.add('distance', from, side, Math.min(8, right - left));
  bag.add('between', from, side, edges > 0, Math.min(2, amounts));
  bag.add('word before the amount', from, side, symbolOf(items[at - 1]));
  const sketch = sketchOf(sentence);
  const own = sketch.phraseAt[head] ?? -1;
  bag.add('in the phrase of the amount', from, own >= 0 && own === sketch.phraseAt[at]);
  const verb = sketch.verbBefore[at] ?? -1;
  bag.add('subject of the verb', from, own >= 0 && sketch.subjects[verb] === own);
  bag.add('preposition', from, side, items[sketch.prepositionOf[own] ?? -1]?.lower ?? '');
  bag.add('phrases between', from, side, own < 0 ? 'none' : Math.min(3, Math.abs(own - (sketch.phraseAt[at] ?? own))));
}

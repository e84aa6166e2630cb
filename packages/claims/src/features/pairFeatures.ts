import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace } from '../candidates/reading.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import { stemOf, symbolOf } from './words.ts';

/** `Amazon's stake in Anthropic`: how a candidate stands to the subject that was chosen. */
export function pairFeatures({ sentence, at }: FigurePlace, subject: Candidate, candidate: Candidate, bag: FeatureBag): void {
  if (subject.sentence !== candidate.sentence) {
    bag.add('subject elsewhere', subject.sentence === sentence, candidate.sentence === sentence);
    return;
  }
  const { items } = candidate.sentence;
  const here = candidate.sentence === sentence ? 'here' : 'there';
  const isFirst = candidate.from < subject.from;
  const [left, right] = isFirst ? [candidate.to, subject.from] : [subject.to, candidate.from];
  const order = [['S', subject.from], ['C', candidate.from], ...(here === 'here' ? [['#', at]] : [])]
    .sort((a, b) => Number(a[1]) - Number(b[1]))
    .map(([name]) => name)
    .join('');
  bag.add('order', order);
  const between = items.slice(left, right);
  const verb = between.findLast(isVerbItem);
  const preposition = prepositionBefore(items, candidate.from) ?? '';
  bag.add('order, preposition', order, preposition);
  bag.add('verb between', order, stemOf(verb?.lower ?? ''));
  bag.add('between, far', order, between.length <= 2 ? between.length : between.length <= 5 ? 'few' : 'many');
  if (between.length <= 4) bag.add('words between', order, between.map(symbolOf).join(' '));
  bag.add('names between', order, Math.min(2, between.filter(({ kind }) => kind === 'mention').length));
  const sketch = sketchOf(candidate.sentence);
  const own = sketch.phraseAt[candidate.head] ?? -1;
  const other = sketch.phraseAt[subject.head] ?? -1;
  const acts = sketch.subjectOf[other] ?? -1;
  if (acts >= 0 && sketch.objectOf[own] === acts)
    bag.add('object of the subject', stemOf(items[sketch.verbs[acts]?.main ?? -1]?.lower ?? ''));
  bag.add('same phrase', own >= 0 && own === other);
}

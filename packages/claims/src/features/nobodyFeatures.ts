import type { FigurePlace } from '../candidates/reading.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { symbolOf } from './words.ts';

const SAYING =
  /^(?:said|says|say|told|according|estimates?|estimated|expects?|expect|forecasts?|reported|analysts?|survey|data|poll|wrote|added|showed|predicts?|economists?)$/;

/** What speaks for nobody: `Revenue rose 5 %.` names no speaker and no other side. */
export function nobodyFeatures({ sentence, at }: FigurePlace, explains: boolean): FeatureBag {
  const bag = new FeatureBag(explains);
  const { items } = sentence;
  bag.add('nobody');
  bag.add('nobody, behind', symbolOf(items[at - 1]));
  bag.add('nobody, before', symbolOf(items[at + 1]));
  bag.add('nobody, names in sentence', Math.min(4, items.filter(({ kind }) => kind === 'mention').length));
  const sayings = new Set(items.filter(({ lower }) => SAYING.test(lower)).map(({ lower }) => lower));
  bag.add('nobody, nobody speaks', sayings.size === 0);
  for (const word of sayings) bag.add('nobody, yet', word);
  bag.add('nobody, quoted', /["“]/.test(sentence.text));
  bag.add('nobody, headline', sentence.headline);
  return bag;
}

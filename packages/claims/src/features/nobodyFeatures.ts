import type { Candidate } from '../candidates/candidate.ts';
import type { FigurePlace } from '../candidates/reading.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import { FeatureBag } from '../scores/featureBag.ts';
import { whereIs } from './roleFeatures.ts';
import { stemOf, symbolOf } from './words.ts';

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

/** What speaks for no other side: `Revenue rose 5 %.` What is done, and what the amount is of, tell whether one is to be expected. */
export function noOtherSideFeatures(place: FigurePlace, subject: Candidate | null, explains: boolean): FeatureBag {
  const bag = nobodyFeatures(place, explains);
  const { sentence, at } = place;
  const { items } = sentence;
  const { phrases, phraseAt, verbs, verbBefore, verbAfter, subjects, prepositionOf } = sketchOf(sentence);
  const before = verbBefore[at] ?? -1;
  const verb = before >= 0 ? before : (verbAfter[at] ?? -1);
  bag.add('nobody, verb', before >= 0, stemOf(items[verbs[verb]?.main ?? -1]?.lower ?? ''));
  bag.add('nobody, about', symbolOf(items[phrases[subjects[verb] ?? -1]?.head ?? -1]));
  const own = phraseAt[at] ?? -1;
  const head = phrases[own]?.head ?? -1;
  bag.add('nobody, head', head === at ? 'itself' : symbolOf(items[head]));
  bag.add('nobody, preposition', items[prepositionOf[own] ?? -1]?.lower ?? '');
  bag.add('nobody, phrase behind', items[prepositionOf[own + 1] ?? -1]?.lower ?? '', symbolOf(items[phrases[own + 1]?.head ?? -1]));
  bag.add('nobody, preposition behind', items[prepositionOf[own + 1] ?? -1]?.lower ?? '');
  if (subject === null) return bag;
  bag.add('nobody, subject', subject.form, whereIs(place, subject));
  bag.add('nobody, subject kind', subject.mention === null ? 'phrase' : subject.mention.kind);
  return bag;
}

import type { QuantityKind } from '@newsledger/quantities';
import { findCues, indexCues, nearestCue } from '../figures/matchCues.ts';
import { moneyCues } from '../figures/moneyCues.ts';
import { countNouns, durationCues, percentCues } from '../figures/otherCues.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import type { Item } from '../text/items.ts';

const index = {
  money: indexCues(moneyCues),
  percent: indexCues(percentCues),
  duration: indexCues(durationCues),
};
const measureOfNoun = new Map(
  countNouns.flatMap(({ measure, nouns }) => nouns.split(' ').map((noun): [string, string] => [noun.replace(/-/g, ' '), measure])),
);

/** `a stake of about 27 percent`: a word of the tables that says what is measured, where it stands and how near. */
export function cueFeatures(items: readonly Item[], at: number, kind: QuantityKind, bag: FeatureBag): void {
  const table = kind === 'money' || kind === 'percent' || kind === 'duration' ? index[kind] : index.percent;
  const found = findCues(items, table);
  const best = nearestCue(items, at, found);
  bag.add('nearest cue', best?.cue.name ?? 'none');
  bag.add('nearest cue of', best?.cue.measure ?? 'none');
  const seen = new Set<string>();
  for (const { cue, from, to } of found) {
    if (from <= at && at < to) continue;
    const distance = from > at ? from - at : at - to + 1;
    const side = from > at ? 'behind' : 'before';
    const near = distance <= 1 ? 'beside' : distance <= 3 ? 'close' : distance <= 7 ? 'near' : 'far';
    const key = `${cue.measure} ${side} ${near}`;
    if (seen.has(key)) continue;
    seen.add(key);
    bag.add('cue', key);
  }
  const quantity = items[at]?.quantity;
  if (quantity == null) return;
  const noun = quantity.noun?.phrase.toLowerCase() ?? quantity.unit;
  const words = noun.split(' ');
  for (let i = 0; i < words.length; i++) {
    const measure = measureOfNoun.get(words.slice(i).join(' ')) ?? measureOfNoun.get(words.slice(i).join(' ').replace(/s$/, ''));
    if (measure !== undefined) {
      bag.add('counts', measure);
      break;
    }
  }
}

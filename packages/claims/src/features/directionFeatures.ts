import type { FigurePlace } from '../candidates/reading.ts';
import { downWords, upWords } from '../figures/otherCues.ts';
import { sketchOf } from '../grammar/sketchOf.ts';
import type { FeatureBag } from '../scores/featureBag.ts';
import { stemOf, symbolOf } from './words.ts';

/** `Shares fell 4 %`: words of rising and falling, and how near they stand. */
export function directionFeatures({ sentence, at, quantity }: FigurePlace, bag: FeatureBag): void {
  const { items } = sentence;
  bag.add('any');
  bag.add('change by its own words', quantity.change ?? 'none');
  let nearest = '';
  let best = 99;
  for (const [i, item] of items.entries()) {
    const way = downWords.has(item.lower) ? 'down' : upWords.has(item.lower) ? 'up' : '';
    if (way === '') continue;
    const distance = Math.abs(i - at) + (i > at ? 2 : 0);
    if (distance < best) {
      best = distance;
      nearest = way;
    }
    if (distance <= 8) bag.add(i < at ? 'before' : 'behind', `${way} ${distance <= 2 ? 'close' : 'near'}`);
  }
  bag.add('nearest', nearest, best <= 3 ? 'close' : best <= 8 ? 'near' : 'far');
  const { verbs, verbBefore } = sketchOf(sentence);
  const verb = stemOf(items[verbs[verbBefore[at] ?? -1]?.main ?? -1]?.lower ?? '');
  bag.add('verb', verb);
  bag.add('verb and word before', verb, symbolOf(items[at - 1]));
  bag.add('nearest, word before', nearest, best <= 3, symbolOf(items[at - 1]));
  for (let i = Math.max(0, at - 4); i <= Math.min(items.length - 1, at + 3); i++)
    if (i !== at) bag.add(i < at ? 'word before' : 'word behind', symbolOf(items[i]));
  const before = items.slice(0, at).findLast((item) => item.kind === 'quantity');
  bag.add('amount before', before?.quantity?.kind ?? 'none');
}

import type { Measure } from '@newsledger/events';
import type { Item } from '../text/items.ts';
import { nounNear, wordsAround } from './nounNear.ts';

/** What an `other_*` figure is of, in the text's words, so that no number is lost; null for the measures that say so themselves. */
export function nounOf(measure: Measure, items: readonly Item[], at: number): string | null {
  if (!measure.startsWith('other_')) return null;
  const counted = items[at]?.quantity?.noun?.phrase.toLowerCase();
  return counted ?? nounNear(items, at) ?? wordsAround(items, at);
}

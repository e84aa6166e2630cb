import { groundAt } from '../explain/ground.ts';
import { isBoundary, isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `Redwood Materials, a start-up founded by a former Tesla manager, has secured $2 billion`: who opens the sentence, over whom the words between the commas name. */
export function apposedSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  const first = items[0];
  if (first?.kind !== 'mention' || first.mention.kind !== 'organisation' || items[1]?.text !== ',' || isPossessive(items, 0)) return null;
  for (let i = 2; i < quantity - 1; i++) {
    if (isBoundary(items, i)) return null;
    if (
      items[i]?.text !== ',' ||
      !isVerbItem(items[i + 1]) ||
      /ing$|^(?:founded|based|backed|led|owned|known|called|named)$/.test(items[i + 1]?.lower ?? '')
    )
      continue;
    for (let j = i + 2; j < quantity; j++) {
      const item = items[j];
      if (isBoundary(items, j)) return null;
      if (item?.kind === 'mention' && item.mention.kind !== 'place' && (isVerbItem(items[j + 1]) || isPossessive(items, j))) return null;
    }
    return { entity: first.mention.entity, index: 0, because: groundAt('opens the sentence, before an apposition', items, 0) };
  }
  return null;
}

import { groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `fined Apple 500 million euros and Meta 200 million euros`: the second of a list of names, each with its amount right behind it. */
export function besideName(items: readonly Item[], before: number, at: number): SubjectChoice | null {
  const item = items[at - 1];
  const first = items[before - 1];
  if (item?.kind !== 'mention' || first?.kind !== 'mention' || at - before > 4) return null;
  if (!/^(?:and|,)$/.test(items[at - 2]?.lower ?? '') || item.mention.kind !== 'organisation' || first.mention.kind !== 'organisation')
    return null;
  return { entity: item.mention.entity, index: at - 1, because: groundAt('named beside the amount, as the one before', items, at - 1) };
}

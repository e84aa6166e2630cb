import { hasTrait, isSourceName } from '../entities/organisations.ts';
import { groundAt } from '../explain/ground.ts';
import { hasVerb, isBoundary, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** These open what stands beside the clause, or speak of another's worth. */
const NOT_ACTING =
  /^(?:including|according|excluding|valuing|giving|leaving|making|saying|claiming|compared|based|depending|following|during)$/;

/** `Galaxy raised $1.4bn to convert its Helios site, supplying 800 MW`: who acts in the clause that a participle goes on with. */
export function participleSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i > Math.max(1, quantity - 12); i--) {
    const item = items[i];
    if (item === undefined || isBoundary(items, i)) return null;
    if (items[i - 1]?.text === ',')
      return /ing$/.test(item.lower) && isVerbItem(item) && !NOT_ACTING.test(item.lower) ? mainSubject(items, i - 1) : null;
    if (isVerbItem(item) || (item.kind === 'mention' && item.mention.kind !== 'place')) return null;
  }
  return null;
}

/** The first who acts of the clause that ends at the comma `to`. */
function mainSubject(items: readonly Item[], to: number): SubjectChoice | null {
  for (let i = 0; i < to; i++) {
    const item = items[i];
    if (item?.kind !== 'mention' || item.mention.kind !== 'organisation') continue;
    if (isSourceName(item.mention.entity) || hasTrait(item.mention.entity, 'analyst')) return null;
    const acts = isVerbItem(items[i + 1]) || (items[i + 1]?.text === '(' && hasVerb(items, i + 2, Math.min(to, i + 6)));
    if (!acts || prepositionBefore(items, i) !== null) return null;
    return { entity: item.mention.entity, index: i, because: groundAt('acts in the clause that the participle goes on with', items, i) };
  }
  return null;
}

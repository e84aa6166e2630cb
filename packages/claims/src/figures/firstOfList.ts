import { isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** `Dell, HP and Lenovo sold …`: where a list of names acts, the first of them; `last` itself when it stands alone. */
export function firstOfList(items: readonly Item[], last: number): number {
  if (items[last - 1]?.lower !== 'and') return last;
  let first = last;
  let join = items[last - 2]?.text === ',' ? last - 2 : last - 1;
  for (
    let next = memberBefore(items, join);
    next !== null && !isCredited(items, next);
    next = items[join]?.text === ',' ? memberBefore(items, join) : null
  ) {
    first = next;
    join = first - 1;
  }
  if (first === last) return last;
  if (prepositionBefore(items, first) !== null) return last;
  const before = items[first - 1];
  const isMerged = /^(?:merged|combined)$/.test(before?.lower ?? '');
  return isMerged || before === undefined || before.kind === 'mark' || !(isVerbItem(before) || before.kind === 'mention') ? first : last;
}

/** `According to The Verge, Amazon and Google spend …`: who is credited is none of those who act. */
function isCredited(items: readonly Item[], member: number): boolean {
  return items[member - 1]?.lower === 'to' && items[member - 2]?.lower === 'according';
}

/** The member of the list that ends before the mark or word at `join`: `Apple Inc. and`. */
function memberBefore(items: readonly Item[], join: number): number | null {
  const at = items[join - 1]?.text === '.' ? join - 2 : join - 1;
  return isListed(items, at) ? at : null;
}

function isListed(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item?.kind === 'mention' && item.mention.kind === 'organisation' && item.mention.form !== 'pronoun' && !isPossessive(items, index);
}

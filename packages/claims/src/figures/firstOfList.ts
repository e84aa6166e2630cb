import { isPossessive, isVerbItem, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** `Dell, HP and Lenovo sold …`: where a list of names acts, the first of them; `last` itself when it stands alone. */
export function firstOfList(items: readonly Item[], last: number): number {
  if (items[last - 1]?.lower !== 'and' || !isListed(items, last - 2)) return last;
  let first = last - 2;
  while (items[first - 1]?.text === ',' && isListed(items, first - 2)) first -= 2;
  if (prepositionBefore(items, first) !== null) return last;
  const before = items[first - 1];
  const isMerged = /^(?:merged|combined)$/.test(before?.lower ?? '');
  return isMerged || before === undefined || before.kind === 'mark' || !(isVerbItem(before) || before.kind === 'mention') ? first : last;
}

function isListed(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item?.kind === 'mention' && item.mention.kind === 'organisation' && item.mention.form !== 'pronoun' && !isPossessive(items, index);
}

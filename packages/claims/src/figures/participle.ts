import { isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';

/** `causing its value to drop by 17 %, erasing $593 billion`: the participle goes on with what was just told. */
export function goesOnWithParticiple(items: readonly Item[], before: number, at: number): boolean {
  let isParticiple = false;
  for (let i = before + 1; i < at; i++) {
    const item = items[i];
    if (
      item === undefined ||
      item.kind === 'mention' ||
      (item.kind === 'quantity' && item.quantity.kind !== 'duration') ||
      (item.kind === 'mark' && item.text !== ',')
    )
      return false;
    if (/ing$/.test(item.lower) && isVerbItem(item) && items[i - 1]?.text === ',') isParticiple = true;
    else if (isParticiple && isVerbItem(item)) return false;
  }
  return isParticiple;
}

import { groundAt } from '../explain/ground.ts';
import { isBoundary, isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { SPEECH } from './speakingMention.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `the US accounts for 45 %; China, 25 %`: the country that stands right before its share. */
export function placeBeside(items: readonly Item[], quantity: number): SubjectChoice | null {
  const isBeside =
    items[quantity - 1]?.text === ',' && isPlace(items[quantity - 2]) && /^[;,:]$|^and$/.test(items[quantity - 3]?.lower ?? '');
  return isBeside && items[quantity]?.lower.includes('%') === true ? chosen(items, quantity - 2) : null;
}

/** `China added 277 GW`, `with the US accounting for 45 %`: the country that does something. */
export function placeSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i >= 0 && !isBoundary(items, i); i--) {
    const item = items[i];
    if (item?.kind === 'mention' && !/^(?:place|market)$/.test(item.mention.kind)) return null;
    if (isPlace(item) && !isPossessive(items, i) && !isGoverned(items, i) && acts(items, i + 1, quantity)) return chosen(items, i);
  }
  return null;
}

function isPlace(item: Item | undefined): boolean {
  return item?.kind === 'mention' && item.mention.kind === 'place';
}

function isGoverned(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.lower === 'the' ? items[at - 2]?.lower : items[at - 1]?.lower;
  return /^(?:in|of|from|to|across|for|at|near|by|outside|on|over|into|around|between|,|based)$/.test(before ?? '');
}

function acts(items: readonly Item[], from: number, to: number): boolean {
  let i = from;
  while (i < to && i < from + 3 && /^(?:alone|also|now|will|would|could|itself)$|ly$/.test(items[i]?.lower ?? '')) i++;
  if (/^(?:has|had|is|was)$/.test(items[i]?.lower ?? '')) return true;
  return (
    i < to && isVerbItem(items[i]) && (/^(?:added|announced|confirmed)$/.test(items[i]?.lower ?? '') || !SPEECH.test(items[i]?.lower ?? ''))
  );
}

function chosen(items: readonly Item[], at: number): SubjectChoice | null {
  const item = items[at];
  return item?.kind === 'mention'
    ? { entity: item.mention.entity, index: at, because: groundAt('country that acts', items, at, at + 2) }
    : null;
}

import type { Item } from '../text/items.ts';

const STOP =
  /^(?:the|a|an|of|in|for|on|at|to|by|with|and|or|from|as|than|that|which|its|their|his|her|this|these|was|were|is|are|has|have|had|been|be|would|will|could|about|nearly|over|up|some|all|our|fortnight|ago|say|says|said|saying|told|tells|add|adds|added|argue|argues|note|notes|think|thinks|reckon|reckons|believe|believes|estimate|estimates|forecast|forecasts|expect|expects|analysts?|advocates?|critics?|economists?|experts?|officials?|executives?|what|who|how|when|while|if|because)$/;

/** The noun phrase that an uncued quantity belongs to: behind "of/in/for", else right behind it, else before it. */
export function nounNear(items: readonly Item[], at: number): string | null {
  let from = at + 1;
  if (/^(?:of|in|for|worth)$/.test(items[from]?.lower ?? '')) from++;
  while (/^(?:the|a|an|its|their)$/.test(items[from]?.lower ?? '')) from++;
  const after: string[] = [];
  for (let i = from; i < Math.min(from + 3, items.length); i++) {
    const item = items[i];
    if (item === undefined || item.kind !== 'word' || STOP.test(item.lower)) break;
    after.push(item.lower);
  }
  if (after.length > 0) return after.join(' ').slice(0, 120);
  const before: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 4) && before.length < 2; i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'mark') break;
    if (item.kind === 'word' && !STOP.test(item.lower)) before.unshift(item.lower);
  }
  return before.length > 0 ? before.join(' ').slice(0, 120) : null;
}

/**
 * Words that tell an amount without a noun phrase from others of its subject: the nearest four that mean something, in the order of the
 * text. A copy of the sentence has the same; `41 % of it came from four customers` is nobody else's 41 %.
 */
export function wordsAround(items: readonly Item[], at: number): string | null {
  const near = items
    .map((item, index) => ({ item, index }))
    .filter(({ item, index }) => index !== at && item.kind === 'word' && /\p{L}{2}/u.test(item.lower) && !STOP.test(item.lower))
    .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at) || a.index - b.index)
    .slice(0, 4)
    .sort((a, b) => a.index - b.index);
  return near.length === 0
    ? null
    : near
        .map(({ item }) => item.lower)
        .join(' ')
        .slice(0, 120);
}

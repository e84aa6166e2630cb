import { groundAt } from '../explain/ground.ts';
import { isBoundary, isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `OpenAI's funding round, which values it at $100 billion`: a relative clause goes on about whose thing stands before it. */
export function ownerBeforeWhich(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i > Math.max(2, quantity - 16); i--) {
    if (isBoundary(items, i)) return null;
    const item = items[i];
    if (
      item?.kind === 'mention' &&
      item.mention.kind === 'organisation' &&
      item.mention.form !== 'pronoun' &&
      item.mention.form !== 'description'
    )
      return null;
    if (item?.lower !== 'which' || items[i - 1]?.text !== ',' || !(isVerbItem(items[i + 1]) || items[i + 1]?.lower === 'values')) continue;
    for (let j = i - 2; j > Math.max(-1, i - 7); j--) {
      const item = items[j];
      const isOther = item?.kind === 'mention' && item.mention.kind !== 'place' && !isPossessive(items, j);
      if (isOther || isVerbItem(item)) return null;
      if (isPossessive(items, j)) return named(items, j, 'whose thing the relative clause tells of');
    }
    return null;
  }
  return null;
}

/** `with Microsoft expected to contribute $1 billion`, `with Macs generating $5 billion`: who does something beside the clause. */
export function actsBeside(items: readonly Item[], quantity: number): SubjectChoice | null {
  for (let i = quantity - 1; i > Math.max(0, quantity - 12); i--) {
    const item = items[i];
    if (item === undefined || isBoundary(items, i) || item.text === ',') return null;
    if (item.kind !== 'mention') continue;
    const next = items[i + 1];
    const acts = next !== undefined && (/^(?:expected|set|due|likely)$/.test(next.lower) || (/ing$/.test(next.lower) && isVerbItem(next)));
    return acts && items[i - 1]?.lower === 'with' && item.mention.kind !== 'place' ? named(items, i, 'acts beside the clause') : null;
  }
  return null;
}

/** `has cut X's value by 79 %`: whose thing is changed by somebody. */
export function ownerOfChanged(items: readonly Item[], anchor: number, quantity: number): SubjectChoice | null {
  if (anchor >= quantity || !/^(?:by|to)$/.test(items[quantity - 1]?.lower ?? '')) return null;
  for (let i = anchor + 1; i < quantity; i++) {
    const item = items[i];
    if (item?.kind === 'mention' && item.mention.form !== 'pronoun' && item.mention.kind === 'organisation' && isPossessive(items, i))
      return named(items, i, 'whose thing is changed');
  }
  return null;
}

function named(items: readonly Item[], at: number, rule: string): SubjectChoice | null {
  const item = items[at];
  return item?.kind === 'mention' && item.mention.kind !== 'place'
    ? { entity: item.mention.entity, index: at, because: groundAt(rule, items, at) }
    : null;
}

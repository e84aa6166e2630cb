import { groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `the next-best stock, Advanced Micro Devices, up 93 %`: who is named right before a move without a verb of its own. */
export function movedName(items: readonly Item[], quantity: number): SubjectChoice | null {
  let i = quantity - 1;
  while (i > quantity - 4 && /^(?:about|around|nearly|almost|some|roughly|more|than|just|over)$/.test(items[i]?.lower ?? '')) i--;
  if (!/^(?:up|down)$/.test(items[i]?.lower ?? '') || items[i - 1]?.text !== ',') return null;
  const named = items[i - 2]?.text === '.' ? i - 3 : i - 2;
  const item = items[named];
  const opens = item?.kind === 'mention' && /^(?:organisation|index)$/.test(item.mention.kind) && item.mention.form !== 'pronoun';
  if (!opens || (items[named - 1]?.text !== ',' && items[named - 1]?.lower !== 'and')) return null;
  return { entity: item.mention.entity, index: named, because: groundAt('named right before the move', items, named, i + 1) };
}

import { groundAt } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';
import type { MeasureChoice } from './measureChoice.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `raises its Nvidia price target to $206`, `cut its target price for Tesla to $180`: whose shares an analyst sets a price for. */
export function priceTargetSubject(items: readonly Item[], { cue, anchor }: MeasureChoice): SubjectChoice | null {
  if (!isPriceTarget(cue)) return null;
  const before = items[anchor - 1]?.kind === 'word' && /^['’]s?$/.test(items[anchor - 1]?.text ?? '') ? anchor - 2 : anchor - 1;
  const behind = /^(?:on|for|of)$/.test(items[anchor + 2]?.lower ?? '') ? anchor + 3 : -1;
  for (const at of [before, behind]) {
    const item = items[at];
    if (item?.kind === 'mention' && item.mention.kind === 'organisation' && item.mention.form !== 'pronoun')
      return { entity: item.mention.entity, index: at, because: groundAt('whose price is aimed at', items, at, at + 2) };
  }
  return null;
}

export function isPriceTarget(cue: string | null): boolean {
  return cue === 'price target' || cue === 'target price';
}

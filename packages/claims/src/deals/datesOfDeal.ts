import type { DealType } from '@newsledger/events';
import { type Chosen, groundAt } from '../explain/ground.ts';
import type { ReadSentence } from '../text/readDocument.ts';
import type { ItemPlace } from './foundDeal.ts';

const TELLS_OF_NEWS = /\b(?:announc\w+|agreed|signed|said|unveil\w+|disclosed|entered)\b/;

/** The day that a telling names. A filing dates the deal itself; news dates its announcement. */
export function announcedOn(tellings: readonly ReadSentence[]): Chosen<string> | null {
  for (const { items, filed, lower } of tellings) {
    if (filed === null && !TELLS_OF_NEWS.test(lower)) continue;
    for (const [at, item] of items.entries())
      if (item.kind === 'period' && item.period.period.from !== null && item.period.period.from === item.period.period.to)
        return { value: item.period.period.from, because: groundAt('day that a telling names', items, at) };
  }
  return null;
}

const WITH_TERM: ReadonlySet<DealType> = new Set<DealType>(['supply_contract', 'partnership', 'joint_venture', 'financing']);

/** `over seven years`, `for five years`, `a seven-year contract` in a telling of a deal that runs for a time. */
export function termOf(tellings: readonly ReadSentence[], type: DealType): ItemPlace | null {
  if (!WITH_TERM.has(type)) return null;
  for (const sentence of tellings)
    for (const [at, item] of sentence.items.entries()) {
      if (item.kind !== 'quantity' || item.quantity.kind !== 'duration') continue;
      const before = sentence.items[at - 1]?.lower ?? '';
      if (/^(?:over|for|of|a|an)$/.test(before) || /-(?:year|month)$/.test(item.lower)) return { sentence, at };
    }
  return null;
}

import type { Amount, Measure } from '@newsledger/events';
import type { Item } from '../text/items.ts';

/** What can pass an amount and leave it behind. */
const LEVELS: ReadonlySet<Measure> = new Set<Measure>(['market_cap', 'valuation', 'revenue', 'users', 'customers', 'market_size', 'price']);

const PASSING =
  /^(?:past|pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?|top(?:ped|s|ping)?|breach(?:ed|es|ing)?|broke|beyond)$/;

/** `passed the $1 trillion mark`, `soared past $1 trillion`: the value was more than that, if not by much. */
export function passedAmount(items: readonly Item[], at: number, measure: Measure, amount: Amount): Amount {
  if (!LEVELS.has(measure) || amount.hedge !== '=' || amount.value === null) return amount;
  let i = at - 1;
  while (i >= 0 && /^(?:the|a|through|even)$/.test(items[i]?.lower ?? '')) i--;
  if (!PASSING.test(items[i]?.lower ?? '')) return amount;
  return { ...amount, low: amount.value, high: null, lowOpen: true, hedge: '>' };
}

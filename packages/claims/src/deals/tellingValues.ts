import { wordsOf } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { Telling } from './readDeals.ts';

/** An amount of money at most so many items from the word that tells of a deal can be its value. */
const REACH = 12;

/** Words around an amount that make it another thing's: `a start-up with $1 billion in sales`, `$40 a share`. `_` is the amount. */
const OTHERS =
  /_ (?:in|of) (?:annual |net |yearly )?(?:sales|revenues?|profits?|income|earnings|savings|synergies|market value)\b|_ (?:a|per|each) ?(?:share|month|barrel|unit)?\b(?<=share|month|barrel|unit|each)|\b(?:revenues?|sales|profits?|earnings|income) (?:of|rose|fell|was|were|to|at) (?:\w+ ){0,2}_|\bfine of _|_ (?:increase|decrease|decline|drop|rise|reduction|gain) in\b|\bvalu(?:ed|es|ing|ation) (?:\w+ )?(?:at|of) (?:\w+ ){0,3}_/;

/** The item of the money that is each telling's value, in the order of `tellings`; no amount is the value of two. */
export function valuesOf(items: readonly Item[], tellings: readonly Telling[]): (number | null)[] {
  const candidates: { telling: number; money: number; cost: number }[] = [];
  for (const [money, item] of items.entries()) {
    if (item.kind !== 'quantity' || item.quantity.kind !== 'money') continue;
    if (OTHERS.test(`${wordsOf(items, money - 4, money)} _ ${wordsOf(items, money + 1, money + 5)}`)) continue;
    for (const [telling, { trigger, type }] of tellings.entries()) {
      const cost = distance(items, trigger, money) + (type === 'partnership' ? 4 : 0);
      if (cost <= REACH) candidates.push({ telling, money, cost });
    }
  }
  candidates.sort((a, b) => a.cost - b.cost || a.money - b.money);
  const values: (number | null)[] = tellings.map(() => null);
  const taken = new Set<number>();
  for (const { telling, money } of candidates) {
    if (values[telling] !== null || taken.has(money)) continue;
    values[telling] = money;
    taken.add(money);
  }
  return values;
}

/** Items between, where a clause's end counts as distance. */
function distance(items: readonly Item[], a: number, b: number): number {
  let cost = Math.abs(a - b);
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) {
    const item = items[i];
    if (item?.kind === 'mark' && /^[;:—–]$/.test(item.text)) cost += 6;
    else if (item?.kind === 'word' && /^(?:while|but|which|after|before|because|whereas)$/.test(item.lower)) cost += 3;
    else if (item?.kind === 'quantity' && item.quantity.kind === 'money') cost += 2;
  }
  return cost;
}

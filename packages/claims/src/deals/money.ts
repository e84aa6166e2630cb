import type { Item } from '../text/items.ts';

/** An amount of money stands within `reach` items. */
export function moneyNear(items: readonly Item[], at: number, reach: number): boolean {
  return moneyAfter(items, at, reach) !== null || moneyBefore(items, at, reach) !== null;
}

/** The first amount of money within `reach` items right of `at`. */
export function moneyAfter(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at + 1; i < Math.min(at + 1 + reach, items.length); i++) if (isMoney(items[i])) return i;
  return null;
}

/** The nearest amount of money within `reach` items left of `at`. */
export function moneyBefore(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) if (isMoney(items[i])) return i;
  return null;
}

function isMoney(item: Item | undefined): boolean {
  return item?.kind === 'quantity' && item.quantity.kind === 'money';
}

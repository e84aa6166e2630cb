import type { Item } from '../text/items.ts';

export function moneyNear(items: readonly Item[], at: number, reach: number): boolean {
  return moneyAfter(items, at, reach) !== null || moneyBefore(items, at, reach) !== null;
}

export function moneyAfter(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at + 1; i < Math.min(at + 1 + reach, items.length); i++) if (isMoney(items[i])) return i;
  return null;
}

export function moneyBefore(items: readonly Item[], at: number, reach: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) if (isMoney(items[i])) return i;
  return null;
}

function isMoney(item: Item | undefined): boolean {
  return item?.kind === 'quantity' && item.quantity.kind === 'money';
}

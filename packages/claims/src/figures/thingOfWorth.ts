import type { Measure } from '@newsledger/events';
import type { Item } from '../text/items.ts';

/** Things that can be worth an amount without being companies. */
export const thingsOfWorth: readonly { readonly measure: Measure; readonly words: RegExp; readonly example: string }[] = [
  { measure: 'cost', words: /^(?:package|award|salary|bonus)$/, example: 'It proposed a package worth $1 billion.' },
  {
    measure: 'other_money',
    words: /^(?:stakes?|holdings?|shares|options|assets?|portfolio)$/,
    example: 'It keeps a holding worth $7 billion.',
  },
  {
    measure: 'other_money',
    words: /^(?:orders|bookings|backlog|subsidies|incentives|goods|exports)$/,
    example: 'It booked orders worth $5 billion.',
  },
];

/** What is worth an amount, by the nearest noun before the cue at item `cue`: `a pay package that could be worth $1 trillion`. */
export function thingOfWorth(items: readonly Item[], cue: number): { readonly measure: Measure; readonly noun: string } | null {
  for (let i = cue - 1; i >= Math.max(0, cue - 7); i--) {
    const item = items[i];
    if (item === undefined || item.kind === 'quantity' || (item.kind === 'mark' && item.text !== ',')) return null;
    if (item.kind === 'mention' && !/^(?:in|for|of|to|by|from)$/.test(items[i - 1]?.lower ?? '')) return null;
    const row = thingsOfWorth.find(({ words }) => words.test(item.lower));
    if (row !== undefined) return { measure: row.measure, noun: item.lower };
  }
  return null;
}

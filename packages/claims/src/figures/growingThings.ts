import type { Item } from '../text/items.ts';

/** What can grow, by its noun; the first row that matches a word names the definition. */
export const growingThings: readonly { readonly definition: string; readonly words: RegExp; readonly example: string }[] = [
  { definition: 'revenue', words: /^(?:revenues?|sales|turnover)$/, example: 'Its revenue rose 12 percent.' },
  { definition: 'profit', words: /^(?:profits?|income|earnings|ebitda)$/, example: 'Its profit fell 4 percent.' },
  { definition: 'power_demand', words: /^(?:power|electricity|energy)$/, example: 'Electricity use will rise 165 percent.' },
  { definition: 'capacity', words: /^capacity$/, example: 'Its capacity grew 33 percent.' },
  { definition: 'spending', words: /^(?:spending|expenditure|capex|investment|outlays)$/, example: 'Its capex rose 40 percent.' },
  { definition: 'demand', words: /^demand$/, example: 'Demand for chips rose 20 percent.' },
  { definition: 'users', words: /^(?:users|subscribers|customers)$/, example: 'The number of subscribers rose 8 percent.' },
  { definition: 'employees', words: /^(?:headcount|workforce|staff|employees|jobs)$/, example: 'Its headcount fell 6 percent.' },
  { definition: 'orders', words: /^(?:orders|bookings|backlog)$/, example: 'Its orders jumped 30 percent.' },
  { definition: 'price', words: /^(?:prices?|rents?|costs?)$/, example: 'Rents climbed 5 percent.' },
];

/** What grows, by the nearest noun before the amount, else behind it: `revenue rose 5 %`, `a 40 % surge in revenue`. */
export function growthOf(items: readonly Item[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    if (/^[;:]$/.test(items[i]?.text ?? '')) break;
    const found = thingAt(items, i);
    if (found !== null) return found;
  }
  for (let i = at + 1; i < Math.min(at + 7, items.length); i++) {
    const found = thingAt(items, i);
    if (found !== null) return found;
  }
  return null;
}

/** "power demand" and "demand for power" grow alike. */
function thingAt(items: readonly Item[], at: number): string | null {
  const lower = items[at]?.lower ?? '';
  const found = growingThings.find(({ words }) => words.test(lower))?.definition ?? null;
  if (found !== 'demand') return found;
  const near = [items[at - 1]?.lower, items[at + 1]?.lower, items[at + 2]?.lower];
  return near.some((word) => word === 'power' || word === 'electricity' || word === 'energy') ? 'power_demand' : found;
}

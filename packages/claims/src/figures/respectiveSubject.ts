import { groundAt } from '../explain/ground.ts';
import { isBoundary, prepositionBefore } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import type { SubjectChoice } from './subjectChoice.ts';

/** `Samsung and Micron got $6.4 billion and $6.1 billion, respectively`: the name that stands at the amount's place in its list. */
export function respectiveSubject(items: readonly Item[], quantity: number): SubjectChoice | null {
  const word = items.findIndex(({ lower }) => lower === 'respectively');
  if (word < 0) return null;
  const amounts = listAround(items, quantity, (item) => item.kind === 'quantity');
  const place = amounts.indexOf(quantity);
  if (amounts.length < 2) return null;
  for (let i = (amounts[0] ?? 0) - 1; i >= 0 && !isBoundary(items, i); i--) {
    if (items[i]?.kind !== 'mention') continue;
    const names = listAround(items, i, (item) => item.kind === 'mention' && item.mention.kind !== 'person');
    const named = names.length === amounts.length ? items[names[place] ?? -1] : undefined;
    if (named?.kind === 'mention' && !/^(?:in|at|under|through|via|as|than)$/.test(prepositionBefore(items, names[0] ?? i) ?? ''))
      return {
        entity: named.mention.entity,
        index: names[place] ?? null,
        because: groundAt('at the same place of its list', items, names[place] ?? 0),
      };
    i = names[0] ?? i;
  }
  return null;
}

/** The places of a list, joined by commas and "and", that holds item `at`. */
function listAround(items: readonly Item[], at: number, isMember: (item: Item) => boolean): number[] {
  const joins = (i: number): boolean => /^(?:,|and|\.)$/.test(items[i]?.lower ?? '');
  const next = (i: number, step: 1 | -1): number | null => {
    let to = i + step;
    while (joins(to) && Math.abs(to - i) < 4) to += step;
    const item = items[to];
    return to !== i + step && item !== undefined && isMember(item) ? to : null;
  };
  const places = [at];
  for (let i = next(at, -1); i !== null; i = next(i, -1)) places.unshift(i);
  for (let i = next(at, 1); i !== null; i = next(i, 1)) places.push(i);
  return places;
}

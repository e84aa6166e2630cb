import { makerOf } from '../entities/names.ts';
import { hasTrait, organisationNamed } from '../entities/organisations.ts';
import type { Ground } from '../explain/ground.ts';
import type { Item } from '../text/items.ts';

/** Someone named in a sentence who can be a party to a deal; `index` is the item, null when the text before named it. */
export interface Named {
  readonly entity: string;
  readonly index: number | null;
  readonly because: Ground;
}

/** Organisations and people can make deals; indexes, places and markets can't. */
export function namedAt(items: readonly Item[], index: number, rule = 'named beside it'): Named | null {
  const item = items[index];
  if (item?.kind !== 'mention' || !/^(?:organisation|person|product)$/.test(item.mention.kind)) return null;
  if (
    hasTrait(item.mention.entity, 'publisher') &&
    item.mention.form === 'listed' &&
    /^(?:(?:previously|first|earlier) )?(?:reported|said)\b/.test(`${items[index + 1]?.lower} ${items[index + 2]?.lower}`)
  )
    return null;
  if (pairOf(item) !== null) return null;
  // A deal for `Azure` is a deal with its maker.
  const entity =
    item.mention.kind === 'product' ? (makerOf.get(item.mention.entity.toLowerCase()) ?? item.mention.entity) : item.mention.entity;
  return { entity, index, because: { rule, start: item.start, end: item.end } };
}

const PAIR = /^(\p{Lu}[\p{L}&]+)-(\p{Lu}[\p{L}& ]+)$/u;

/** `Kroger-Albertsons`: the two names that a hyphen joins, where the list has the first and not the whole. */
export function pairOf(item: Item): readonly [string, string] | null {
  if (item.kind !== 'mention' || item.mention.form === 'listed' || !item.text.includes('-')) return null;
  const [, first, second] = PAIR.exec(item.text) ?? [];
  return first === undefined || second === undefined || organisationNamed(first) === undefined ? null : [first, second];
}

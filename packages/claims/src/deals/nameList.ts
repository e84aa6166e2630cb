import { organisationNouns } from '../entities/data/descriptions.ts';
import { isPossessive, isVerbItem } from '../text/itemQueries.ts';
import type { Item } from '../text/items.ts';
import { type Named, namedAt } from './named.ts';

/** `Kylie Jenner's cosmetics company`, `IBM's chip business`: what is meant is the business, not its owner. */
function ownedBusiness(items: readonly Item[], owner: number): Named | null {
  const item = items[owner];
  if (item?.kind !== 'mention' || !/^['’]s$/.test(items[owner + 1]?.text ?? '')) return null;
  const words: string[] = [];
  for (let i = owner + 2; i < Math.min(owner + 7, items.length); i++) {
    const word = items[i];
    if (word?.kind !== 'word' || isVerbItem(word) || /^(?:and|of|in|for|with)$/.test(word.lower)) return null;
    words.push(word.text);
    if (/^(?:company|business|unit|division|arm|brand|firm|operations|assets|subsidiary|studio|network)$/.test(word.lower))
      return (
        namedAt(items, i + 1, 'business of the owner') ?? {
          entity: `${item.mention.entity}'s ${words.join(' ')}`.slice(0, 200),
          index: i,
          because: { rule: 'business of the owner', start: item.start, end: word.end },
        }
      );
  }
  return null;
}

/** `pet supplies retailer Petco`: what looks like a verb says what the company does. */
function describes(items: readonly Item[], at: number): boolean {
  return (
    /(?:s|ing)$/.test(items[at]?.lower ?? '') &&
    (organisationNouns.has(items[at + 1]?.lower ?? '') || organisationNouns.has(items[at + 2]?.lower ?? ''))
  );
}

/** `the Financial and Risk business of Thomson Reuters`: whose business it is names it better. */
function isBusinessOf(items: readonly Item[], at: number): boolean {
  return (
    /^(?:business|unit|division|arm|operations|subsidiary)$/.test(items[at + 1]?.lower ?? '') &&
    items[at + 2]?.lower === 'of' &&
    namedAt(items, at + 3) !== null
  );
}

/** What of a company is bought with it, or instead of it: `acquire the assets of TSI`. */
const PARTS = new Set('assets operations shares stock business businesses all most majority rest remainder half control'.split(' '));

/** `Permian Basin giant Pioneer`, `GM's Cruise`: it says which one the next name is. */
function isModifier(items: readonly Item[], at: number): boolean {
  if (items[at]?.kind !== 'mention') return false;
  if (/^['’]s$/.test(items[at + 1]?.text ?? '')) return namedAt(items, at + 2) !== null;
  // `Cheez-It and Pringles maker Kellanova`
  if (/^(?:and|,)$/.test(items[at + 1]?.lower ?? '') && items[at + 2]?.kind === 'mention') return isModifier(items, at + 2);
  for (let i = at + 1; i < at + 4; i++) {
    const item = items[i];
    if (item?.kind !== 'word' || isVerbItem(item)) return false;
    if (organisationNouns.has(item.lower) || /^(?:rival|unit|arm|backer)$/.test(item.lower)) return namedAt(items, i + 1) !== null;
  }
  return false;
}

/** `bought Yoigo and Pepephone, Vodafone bought Ono`: behind the mark or word at `join`, another acts. */
function opensNextClause(items: readonly Item[], join: number): boolean {
  let next = items[join + 1]?.lower === 'and' ? join + 2 : join + 1;
  if (items[next]?.kind !== 'mention') return false;
  next++;
  if (items[next]?.text === '(') while (next < items.length && items[next - 1]?.text !== ')') next++;
  return isVerbItem(items[next]) && !describes(items, next);
}

/** The names that open a list at `from`, at most `reach` items on: `Arm`, `chip designer Arm, Splunk and two others`. */
export function partiesFrom(items: readonly Item[], from: number, reach: number, rule: string): Named[] {
  const found: Named[] = [];
  const behindVerb = isVerbItem(items[from - 1]) || isVerbItem(items[from - 2]);
  let limit = from + reach;
  for (let i = from; i < Math.min(limit, items.length); i++) {
    const item = items[i];
    if (item === undefined) break;
    const named = isModifier(items, i) || isBusinessOf(items, i) ? null : namedAt(items, i, rule);
    if (named !== null) {
      if (item.kind === 'mention' && item.mention.form === 'pronoun' && isPossessive(items, i)) continue;
      found.push(ownedBusiness(items, i) ?? named);
      const next = items[i + 1];
      const more = next?.text === ',' || next?.lower === 'and' || next?.text === '&';
      if (!more || (namedAt(items, i + 2) === null && items[i + 2]?.lower !== 'and') || (behindVerb && opensNextClause(items, i + 1)))
        break;
      limit = i + 4;
    } else if (
      (isVerbItem(item) && !describes(items, i)) ||
      (item.kind === 'mark' && !/^[,'’-]$/.test(item.text)) ||
      item.kind === 'period'
    )
      break;
    else if (
      found.length === 0 &&
      item.kind === 'word' &&
      /^(?:that|which|who|by|for|at|with|from|in|into|of)$/.test(item.lower) &&
      !(item.lower === 'of' && PARTS.has(items[i - 1]?.lower ?? ''))
    )
      break;
  }
  return found;
}

import type { Item } from './items.ts';
import { bitOf } from './wordHints.ts';

const PREPOSITIONS = new Set(
  'of by with from to for in on at against between among under via through like than versus vs including as into over about despite after before without inside around near across behind'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'the a an its their this that new us american chinese british german french japanese european big large major giant rival fellow former own other'.split(
    ' ',
  ),
);

/** The preposition that governs the mention at `index`, looking through articles and adjectives; null when there is none. */
export function prepositionBefore(items: readonly Item[], index: number): string | null {
  for (let i = index - 1; i >= Math.max(0, index - 4); i--) {
    const item = items[i];
    if (item === undefined || item.kind !== 'word') return null;
    if (PREPOSITIONS.has(item.lower)) return joinsClause(items, i, index) ? null : item.lower;
    if (
      !SKIPPED.has(item.lower) &&
      !/^(?:giant|maker|company|group|start-?up|firm|retailer|chipmaker|cloud|software|tech|technology)$/.test(item.lower)
    )
      return null;
  }
  return null;
}

/** `weeks after Meta paid $14 billion`: before somebody who acts, such words join a clause. */
function joinsClause(items: readonly Item[], at: number, mention: number): boolean {
  const next = items[mention + 1]?.lower ?? '';
  return /^(?:after|before|as|than)$/.test(items[at]?.lower ?? '') && isVerbItem(items[mention + 1]) && !/ing$/.test(next);
}

export function isPossessive(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.kind === 'mention' && /^(?:its|their)$/.test(item.lower)) return true;
  const next = items[index + 1];
  return next?.kind === 'word' && (next.text === "'s" || next.text === '’s') && !verbAfterPossessive(items, index)
    ? true
    : next?.kind === 'mark' && /^['’]$/.test(next.text) && item?.text.endsWith('s') === true;
}

/** `HP's expected to pay` is "is"; `HP's offer` is a possessive. */
function verbAfterPossessive(items: readonly Item[], index: number): boolean {
  return /^(?:expected|likely|set|going|been|planning|considering|seeking|said|struggling|exploring|trying)$/.test(
    items[index + 2]?.lower ?? '',
  );
}

const VERB = bitOf('verb');

export function isVerbItem(item: Item | undefined): boolean {
  return item !== undefined && (item.hints & VERB) !== 0;
}

/** A finite verb stands in `[from, to)`. */
function hasVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isVerbItem(items[i])) return true;
  return false;
}

/** Marks that close a clause. */
const CLOSING = new Set([';', ':', '—', '–']);
const OTHER_CLAUSE = bitOf('other clause');

/** Words that open another clause, and marks that close one. */
export function isBoundary(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item === undefined) return true;
  if (item.kind === 'mark') return CLOSING.has(item.text) || (item.text === '-' && items[index + 1]?.text === '-');
  return (item.hints & OTHER_CLAUSE) !== 0;
}

/** The stretch of items around `index` between the nearest boundaries: `[from, to)`. */
export function clauseAround(items: readonly Item[], index: number): readonly [from: number, to: number] {
  let from = index;
  while (from > 0 && !isBoundary(items, from - 1)) from--;
  let to = index + 1;
  while (to < items.length && !isBoundary(items, to)) to++;
  return [from, to];
}

/** The clause without what `, and`, `, but` or `, which` joins to it: where words decide on status. */
export function coreClause(items: readonly Item[], index: number): readonly [from: number, to: number] {
  const joins = (i: number): boolean =>
    items[i]?.text === ',' &&
    ((/^(?:and|but|which|who|though|while|after|before)$/.test(items[i + 1]?.lower ?? '') &&
      hasVerb(items, i + 2, Math.min(i + 8, items.length))) ||
      (items[i + 2]?.lower === 'that' && /ing$/.test(items[i + 1]?.lower ?? '')));
  let from = index;
  while (from > 0 && !isBoundary(items, from - 1) && !joins(from - 1)) from--;
  let to = index + 1;
  while (to < items.length && !isBoundary(items, to) && !joins(to)) to++;
  return [from, to];
}

/** The words of `[from, to)` in small letters. */
export function wordsOf(items: readonly Item[], from: number, to: number): string {
  let words = '';
  for (let i = Math.max(0, from); i < Math.min(to, items.length); i++) words += (words === '' ? '' : ' ') + (items[i]?.lower ?? '');
  return words;
}
